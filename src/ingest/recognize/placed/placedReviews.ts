import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../../../catalog/reviews.js';
import type { Term } from '../../forms/terms.js';
import type { Entry } from '../../Match.js';
import { addsUp } from '../addsUp.js';
import { isInColumns } from './areInColumns.js';
import { columnsOf } from './columnsOf.js';
import { headersOf } from './headersOf.js';
import { inColumns, type Cells } from './inColumns.js';
import type { PlacedLine } from './placedEntries.js';
import { areStacked, crowded, isValue } from './rowsOf.js';
import { toEntry } from './toEntry.js';

const COLUMNS = REVIEW_TRACK_CODES.flatMap(() => REVIEW_COLUMN_CODES);
const meaning = (term: Term): string | null => (term.kind === 'result' ? term.code : null);

/** Whether each track that prints any figure prints a total that is the sum of its parts. */
const tracksAddUp = (cells: Cells): boolean =>
  REVIEW_TRACK_CODES.every((_, track) => {
    const own = cells.slice(track * REVIEW_COLUMN_CODES.length, (track + 1) * REVIEW_COLUMN_CODES.length);
    return own.every((cell) => cell === null) || addsUp(own.map((cell) => cell ?? undefined));
  });

/** The one row of section four, all three tracks side by side: a line of figures below their headers, and nothing else. */
export function placedReviews(lines: readonly PlacedLine[]): Entry[] {
  const begin = lines.findIndex(({ words }) => words.every(isValue));
  const [row, ...others] = lines.slice(Math.max(0, begin));
  if (begin < 0 || row === undefined) return [];
  const label = { term: null, text: '', page: row.words[0]?.page ?? 0 };
  const below = others.flatMap(({ words }) => words).filter(isValue);
  if (below.length > 0) return areStacked(row.words, below) ? [toEntry(label, 'TORN', [])] : [];
  const headers = headersOf(
    lines.slice(0, begin).flatMap(({ words }) => words),
    COLUMNS,
    meaning,
  );
  const columnOf = headers && columnsOf(row.words, headers);
  const cells = columnOf ? inColumns(row.words, COLUMNS.length, columnOf) : 'UNCERTAIN';
  if (headers === null || cells === 'UNCERTAIN') return [];
  const isSure = (known: Cells): boolean =>
    crowded(known.filter((cell) => cell !== null)).length === 0 &&
    isInColumns({ cells: known, labelEnd: headers[0]?.left ?? 0 }, headers, tracksAddUp(known));
  if (cells !== 'TORN' && !isSure(cells)) return [];
  return [toEntry(label, cells, headers)];
}
