import type { DisclosureMeasure } from '../../catalog/disclosures.js';
import { lookUp } from '../forms/lookUp.js';
import { alignColumns, blankBeside, columnsOfHeaders, gap } from './alignColumns.js';
import type { Group } from './groupsOf.js';
import { areSetOff, showsBlanks } from './showsBlanks.js';
import type { Token } from './Token.js';

/** Where the label of a row begins in the line of its figures; null where it stands elsewhere. */
const labelStart = ({ before, cells }: Group): number | null =>
  before.find(({ line }) => line === cells[0]?.line)?.extent?.start ?? null;

/** Whether each figure stands nearest to those of full rows in the same column: headers reach over several places. */
const areBelow = (aligned: readonly (Token | undefined)[], full: readonly Group[]): boolean =>
  aligned.every((cell, at) => {
    const distances = aligned.map((_, column) =>
      Math.min(
        ...full.map(({ cells }) => {
          const [own, other] = [cell?.extent, cells[column]?.extent];
          return own && other ? gap(own, other) : Infinity;
        }),
      ),
    );
    const own = distances[at] ?? Infinity;
    return cell === undefined || distances.every((distance, column) => column === at || own < distance);
  });

/**
 * A row of section two with blank cells, by the headers that its figures stand under. Headers count only where another
 * row of their block, whose label begins in the same place, has a figure under each: text out of pages is set off in ways
 * that nothing else shows.
 * @param block the groups of figures under one paragraph of article 20, its headers before the first
 * @param measures the columns of the row
 * @returns all its cells, or null where places do not tell
 */
export function underHeaders(
  row: Group,
  block: readonly Group[],
  measures: readonly DisclosureMeasure[],
): Token[] | null {
  const headers = block[0]?.before ?? [];
  const named = measures.map((measure) =>
    headers.findLast(({ text }) =>
      lookUp(text)?.terms.some(({ kind, code }) => kind === 'measure' && code === measure),
    ),
  );
  const columns = columnsOfHeaders(named);
  const [first] = row.cells;
  const start = labelStart(row);
  if (columns === null || first === undefined || start === null) return null;
  const full = block.filter(
    (other) =>
      other.cells.length === measures.length && labelStart(other) === start && alignColumns(other, columns) !== null,
  );
  const aligned = full.some((other) => areSetOff([row, other])) ? alignColumns(row, columns) : null;
  if (aligned === null || !areBelow(aligned, full) || !showsBlanks(row, aligned, full)) return null;
  return aligned.map((cell) => cell ?? blankBeside(first));
}
