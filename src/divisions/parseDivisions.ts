import { DIVISION_LEVELS, type DivisionLevel } from '../catalog/divisionLevels.js';
import type { Division } from './Division.js';
import { fullNameOf } from './fullNameOf.js';

type Row = Omit<Division, 'fullName' | 'ancestors'>;

function levelOf(text: string, line: string): DivisionLevel {
  const level = DIVISION_LEVELS.find((known) => known === text);
  if (level === undefined) throw new Error(`divisions: expected a level, came "${line}"`);
  return level;
}

const listOf = (text: string): string[] => (text === '' ? [] : text.split(';'));
const yearOf = (text: string): number | null => (text === '' ? null : Number(text));

function rowOf(line: string): Row {
  const [
    code = '',
    name = '',
    level = '',
    parent = '',
    synthetic = '',
    validFrom = '',
    validTo = '',
    successors = '',
    sites = '',
  ] = line.split(',');
  if (!/^\d{6}$/u.test(code) || name === '') throw new Error(`divisions: expected code and name, came "${line}"`);
  return {
    code,
    name,
    level: levelOf(level, line),
    parent: parent === '' ? null : parent,
    synthetic: synthetic === 'true',
    validFrom: yearOf(validFrom),
    validTo: yearOf(validTo),
    successors: listOf(successors),
    sites: listOf(sites),
  };
}

function lineageOf(row: Row, byCode: ReadonlyMap<string, Row>): Row[] {
  const lineage: Row[] = [];
  for (let at = row.parent; at !== null;) {
    const parent = byCode.get(at);
    if (parent === undefined || lineage.includes(parent))
      throw new Error(`divisions: ${row.code} has no way up to the nation`);
    lineage.unshift(parent);
    at = parent.parent;
  }
  return lineage;
}

/**
 * Reads the text of divisions.csv, in its order.
 * @throws Error for a line that is none, and for a parent that does not exist
 */
export function parseDivisions(csv: string): Division[] {
  const rows = csv.trim().split(/\r?\n/u).slice(1).map(rowOf);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return rows.map((row) => {
    const lineage = lineageOf(row, byCode);
    const named = lineage.filter(({ level, synthetic }) => level !== 'NATION' && !synthetic);
    return {
      ...row,
      ancestors: lineage.map(({ code }) => code),
      fullName: fullNameOf(
        row.name,
        named.map(({ name }) => name),
      ),
    };
  });
}
