import type { Cells } from './inColumns.js';
import { overlap, type Placed, type Span } from './Placed.js';

/** Share of the size by which what is aligned may be off. */
const OFF = 0.12;
/** Share of the size by which gaps differ that were not made by the same blanks. */
const DIFFER = 1;
/** Share of the size of a gap that nobody makes between words that follow each other. */
const WIDE = 5;
/** Fewer figures than these may be aligned with headers, or stand below others though their labels end elsewhere, by chance. */
const FEWEST = { aligned: 3, supported: 2, under: 4 } as const;

const SIDES: readonly ((span: Span) => number)[] = [
  ({ left }) => left,
  ({ right }) => right,
  ({ left, right }) => (left + right) / 2,
];

/** The cells of a row, and where its label ends or, where it has none, the table begins. */
export interface KnownRow {
  readonly cells: Cells;
  readonly labelEnd: number;
}

/** Rows under the same headers. */
export interface Part {
  readonly rows: readonly KnownRow[];
  readonly headers: readonly Span[];
}

const wordsOf = ({ cells }: KnownRow): Placed[] => cells.filter((cell) => cell !== null);
const rowsOf = (parts: readonly Part[]): KnownRow[] => parts.flatMap(({ rows }) => rows);

/** Whether all figures stand below the mark of their column, all in the same way: left, right or centred. */
const stand = (parts: readonly Part[]): boolean =>
  SIDES.some((side) =>
    parts.every(({ rows, headers }) =>
      rows.every(({ cells }) =>
        cells.every((cell, at) => {
          const header = headers[at];
          return cell === null || (header && Math.abs(side(cell) - side(header)) <= OFF * cell.size);
        }),
      ),
    ),
  );

/** Whether the figures of each column are aligned with each other. */
export function areEven(rows: readonly KnownRow[]): boolean {
  const firsts = (rows[0]?.cells ?? []).map((_, at) => rows.find(({ cells }) => cells[at])?.cells[at]);
  // A column without figures is aligned with anything.
  return stand([{ rows, headers: firsts.map((first) => first ?? { left: 0, right: 0 }) }]);
}

/** Whether figures are set off from labels and each other widely, or in different ways: where blank cells are left out they are not. */
function areSetOff(rows: readonly KnownRow[]): boolean {
  const gaps = rows.flatMap((row) => {
    const words = wordsOf(row);
    return words.map(({ left, size }, at) => (left - (words[at - 1]?.right ?? row.labelEnd)) / size);
  });
  return Math.max(...gaps) > WIDE || Math.max(...gaps) - Math.min(...gaps) > DIFFER;
}

/** How many figures stand in a column with one of another row whose label ends elsewhere. */
const supported = (rows: readonly KnownRow[]): number =>
  (rows[0]?.cells ?? [])
    .map((_, at) => {
      const own = rows.filter(({ cells }) => cells[at]);
      const [first] = own;
      const size = first?.cells[at]?.size ?? 0;
      return own.filter(({ labelEnd }) => Math.abs(labelEnd - (first?.labelEnd ?? 0)) > DIFFER * size).length;
    })
    .reduce((sum, count) => sum + count, 0);

/** Whether a blank cell stands before a figure; where blank cells are left out none does. */
const showBlanks = (rows: readonly KnownRow[]): boolean =>
  rows.some(({ cells }) => cells.some((cell, at) => cell !== null && at > 0 && cells[at - 1] === null));

/** Whether some figures are printed, and some not. */
const isPartial = ({ cells }: KnownRow): boolean => cells.includes(null) && cells.some((cell) => cell !== null);

/**
 * Whether rows are set in columns, and not one word after the other with blank cells left out: some blank cell stands
 * before a figure, and figures are aligned with their headers, or with each other wherever the labels end.
 * @param isLikely asked of a part whose headers prove nothing
 */
export function areInColumns(parts: readonly Part[], isLikely: (rows: readonly KnownRow[]) => boolean): boolean {
  const rows = rowsOf(parts);
  if (!rows.some(isPartial)) return true;
  if (!showBlanks(rows)) return false;
  if (rows.flatMap(wordsOf).length >= FEWEST.aligned && stand(parts) && areSetOff(rows)) return true;
  return parts.every(
    (part) =>
      !part.rows.some(isPartial) ||
      (areEven(part.rows) && supported(part.rows) >= FEWEST.supported && isLikely(part.rows)),
  );
}

/**
 * The same of a row without a label, beside no other.
 * @param addsUp whether its totals are the sums of their parts
 */
export function isInColumns(row: KnownRow, headers: readonly Span[], addsUp: boolean): boolean {
  const figures = wordsOf(row).length;
  const isUnder = (cell: Placed | null, at: number): boolean =>
    cell === null || (headers[at] !== undefined && overlap(headers[at], cell));
  if (!isPartial(row)) return true;
  if (!showBlanks([row]) || !areSetOff([row])) return false;
  if (stand([{ rows: [row], headers }])) return figures >= FEWEST.aligned || (addsUp && figures > 1);
  return addsUp && figures >= FEWEST.under && row.cells.every(isUnder);
}
