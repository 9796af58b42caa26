import { isFigure, isFigureWithNote } from '../../value.js';
import { areEven, type KnownRow } from './areInColumns.js';
import { columnsOf } from './columnsOf.js';
import { inColumns, type Cells } from './inColumns.js';
import type { Header } from './headersOf.js';
import type { RowLabel } from './labelsOf.js';
import { overlap, type Placed } from './Placed.js';

/** Share of the size by which a figure may be off the lines of its label. */
const OFF = 0.4;
/** Share of the size that words of a row are apart at least: what is nearer may have been pushed there. */
const APART = 0.6;

/** Share of the size by which the lines of one cell are apart at most. */
const LEADING = 1.7;

/** A row of a table: its label, and for each column the word in it, null where it is blank. */
export interface PlacedRow {
  readonly label: RowLabel;
  /** UNCERTAIN where nobody knows which column each word is in, TORN where two words stand in one. */
  readonly cells: Cells | 'UNCERTAIN' | 'TORN';
}

/** The rows whose cells are known. */
export const knownOf = (rows: readonly PlacedRow[]): KnownRow[] =>
  rows.flatMap(({ label, cells }) =>
    cells === 'UNCERTAIN' || cells === 'TORN' ? [] : [{ cells, labelEnd: label.right }],
  );

/** A row while its words are gathered. */
interface Band {
  readonly label: RowLabel;
  readonly words: Placed[];
  /** Words beside no label that may be of this row as well. */
  readonly near: Placed[];
}

export const isValue = ({ text }: Placed): boolean => isFigure(text) || isFigureWithNote(text);

/** Whether a word stands in the lines of a label. */
export const isIn = ({ top, bottom }: RowLabel, { at, size }: Placed): boolean =>
  at >= top - OFF * size && at <= bottom + OFF * size;

/**
 * Gives each word beside the labels its row, those beside none to both of their neighbors; null where one stands beside two.
 * @param others labels of other rows than those of the form
 */
function bandsOf(labels: readonly RowLabel[], words: readonly Placed[], others: readonly Placed[]): Band[] | null {
  const bands = labels.map((label): Band => ({ label, words: [], near: [] }));
  for (const word of words) {
    const own = bands.filter(({ label }) => isIn(label, word));
    if (own.length > 1) return null;
    own[0]?.words.push(word);
    if (own.length === 1 || others.some(({ at }) => Math.abs(at - word.at) <= OFF * word.size)) continue;
    const next = bands.findIndex(({ label }) => label.top > word.at);
    const before = next < 0 ? bands.at(-1) : bands[next - 1];
    before?.near.push(word);
    bands[next]?.near.push(word);
  }
  return bands;
}

/** Whether words stand beside no label within a page: at its end they may be what is left of a row that the page cuts. */
const areAstray = (bands: readonly Band[]): boolean =>
  bands.some(({ label, near }, at) => {
    const next = bands[at + 1];
    const isSame = next?.label.words[0]?.page === label.words[0]?.page;
    return isSame && near.some((word) => word.at > label.bottom && next?.near.includes(word));
  });

/** Whether a word stands right below another one: the halves of one that its cell was too narrow for. */
const isStacked = ({ words, near }: Band): boolean => areStacked(words, [...words, ...near]);

export const areStacked = (words: readonly Placed[], others: readonly Placed[]): boolean =>
  words.some((word) =>
    others.some((other) => {
      const apart = Math.abs(other.at - word.at) / word.size;
      return apart > OFF && apart < LEADING && overlap(word, other);
    }),
  );

/** The words of a row that stand close behind others, or behind what is before them all. */
export function crowded(words: readonly Placed[], before = -Infinity): Placed[] {
  const sorted = words.toSorted((a, b) => a.left - b.left);
  return sorted.filter(({ left, size }, at) => left - (sorted[at - 1]?.right ?? before) < APART * size);
}

/**
 * The rows of a table without ruling lines by the places of its words, if they are set in columns at all (areInColumns).
 * @param labels from top to bottom
 * @param words what stands to the right of the labels, below the headers
 * @param others labels of other rows than those of the form
 */
export function rowsOf(
  headers: readonly Header[],
  labels: readonly RowLabel[],
  words: readonly Placed[],
  others: readonly Placed[],
): PlacedRow[] {
  const ordered = labels.every(({ top }, at) => at === 0 || top > (labels[at - 1]?.bottom ?? top));
  const bands = ordered ? bandsOf(labels, words, others) : null;
  if (bands === null) return [];
  const columnOf = areAstray(bands)
    ? null
    : columnsOf(
        bands.flatMap((band) => band.words),
        headers,
      );
  const rows = bands.map((band): PlacedRow => {
    const { label, words: own, near } = band;
    if (isStacked(band)) return { label, cells: 'TORN' };
    const isSure = columnOf !== null && near.length === 0 && label.right <= (headers[0]?.left ?? 0);
    return { label, cells: isSure ? inColumns(own, headers.length, columnOf) : 'UNCERTAIN' };
  });
  const known = knownOf(rows);
  const even = areEven(known);
  // In its place all the same is what stands below others in a table that is aligned throughout.
  const isPushed = (word: Placed): boolean => {
    const column = columnOf?.(word) ?? null;
    return !even || column === null || known.filter(({ cells }) => cells[column]).length < 2;
  };
  return rows.map((row) => {
    if (row.cells === 'UNCERTAIN' || row.cells === 'TORN') return row;
    const printed = row.cells.filter((cell) => cell !== null);
    return crowded(printed, row.label.right).some(isPushed) ? { ...row, cells: 'UNCERTAIN' } : row;
  });
}
