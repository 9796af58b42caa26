import { SECTIONS, type Section } from '../../src/catalog/forms.js';
import type { Place } from '../../src/catalog/places.js';
import type { Finding, SectionTable } from '../../src/ingest/types.js';
import type { Truth } from './truth.js';

/** How what was read compares with what is printed. */
export interface Score {
  /** 1 if every cell is exact. */
  readonly filesExact: number;
  readonly cellsExact: number;
  /** Null where a figure is printed, and a finding says so. */
  readonly cellsNull: number;
  /** Another value than the printed one, or null without a finding: must be 0. */
  readonly cellsWrong: number;
  readonly refused: number;
  /** The places of the wrong cells. */
  readonly wrong: readonly string[];
}

export const REFUSED: Score = { filesExact: 0, cellsExact: 0, cellsNull: 0, cellsWrong: 0, refused: 1, wrong: [] };

/** Whether a finding names a place: the cell, its row, or its section. */
const names = (finding: Pick<Finding, 'place'>, place: Place): boolean =>
  finding.place === place || (finding.place !== null && place.startsWith(`${finding.place}/`));

/** Compares the tables of one document with the truth, cell by cell. */
export function score(
  tables: Readonly<Record<Section, SectionTable>>,
  findings: readonly Pick<Finding, 'code' | 'place'>[],
  truth: Truth,
): Score {
  const read = new Map(SECTIONS.flatMap((section) => tables[section].figures).map((figure) => [figure.place, figure]));
  let cellsExact = 0;
  let cellsNull = 0;
  const wrong: string[] = [];
  for (const [place, value] of truth.figures) {
    const figure = read.get(place);
    const absent = figure === undefined || figure.state === 'ABSENT' || figure.state === 'UNREADABLE';
    if (!absent && figure.value === value) cellsExact++;
    else if ((figure?.value ?? null) === null && findings.some((finding) => names(finding, place))) cellsNull++;
    else wrong.push(`${place}: ${value} read as ${figure?.value} (${figure?.state})`);
  }
  for (const [place, { value }] of read)
    if (!truth.figures.has(place) && value !== null) wrong.push(`${place}: not on this form, read as ${value}`);
  const exact = cellsExact === truth.figures.size && wrong.length === 0;
  return { filesExact: exact ? 1 : 0, cellsExact, cellsNull, cellsWrong: wrong.length, refused: 0, wrong };
}

/** The sum of several scores. */
export const addScores = (scores: readonly Score[]): Score =>
  scores.reduce((sum, each) => ({
    filesExact: sum.filesExact + each.filesExact,
    cellsExact: sum.cellsExact + each.cellsExact,
    cellsNull: sum.cellsNull + each.cellsNull,
    cellsWrong: sum.cellsWrong + each.cellsWrong,
    refused: sum.refused + each.refused,
    wrong: [...sum.wrong, ...each.wrong],
  }));
