import { isBlank } from '../isBlank.js';
import type { Piece, Spare } from '../Match.js';
import { isFigure, isFigureWithNote } from '../value.js';

const blankAfter = (cells: readonly Piece[], width: number): boolean => cells.slice(width).every(isBlank);
const blankBefore = (cells: readonly Piece[], width: number): boolean =>
  cells.slice(0, Math.max(0, cells.length - width)).every(isBlank);

/** What a site adds to each row, 件: beside cells in excess it shows that they are others. */
const isWord = ({ text }: Piece): boolean => /^(?!无$)\p{Script=Han}+$/u.test(text.trim());

/** Whether a row may have blank cells in excess on both sides. */
const isBetween = (cells: readonly Piece[], width: number): boolean =>
  cells.some((_, at) => at > 0 && at + width < cells.length && isAll(cells, at, width));
const isAll = (cells: readonly Piece[], at: number, width: number): boolean =>
  cells.slice(0, at).every(isBlank) && cells.slice(at + width).every(isBlank);

/** By count: as many cells as columns, more only if those in excess are blank and known to be so on one side. */
export function byCount(cells: readonly Piece[], width: number, spare: Spare): readonly Piece[] | null {
  const extra = cells.length - width;
  if (extra <= 0) return extra === 0 ? cells : null;
  if (spare === 'FILLED') return cells.every(isBlank) ? cells.slice(0, width) : null;
  const printed = cells.filter((cell) => !isBlank(cell));
  if (printed.length === width && printed.every(({ text }) => isFigure(text) || isFigureWithNote(text))) return printed;
  const after = blankAfter(cells, width);
  const before = blankBefore(cells, width);
  if (spare === 'UNKNOWN' && isBetween(cells, width)) return cells.every(isBlank) ? cells.slice(0, width) : null;
  if (after && before && spare === 'UNKNOWN') return cells.every(isBlank) ? cells.slice(0, width) : null;
  const side = after && spare !== 'BEFORE' ? 0 : before && spare !== 'AFTER' ? extra : -1;
  const row = side < 0 ? null : cells.slice(side, side + width);
  return row?.some(isWord) === true ? null : row;
}

/** Tells from all rows of a table on which side their cells in excess are. */
export function spareOf(rows: readonly { readonly cells: readonly Piece[]; readonly width: number }[]): Spare {
  const isFilled = ({ cells, width }: (typeof rows)[number]): boolean =>
    cells.length > width && cells.filter(({ text }) => isFigure(text)).length > width;
  if (rows.some(isFilled)) return 'FILLED';
  const longer = rows.filter(({ cells, width }) => cells.length > width);
  const after = longer.every(({ cells, width }) => blankAfter(cells, width));
  const before = longer.every(({ cells, width }) => blankBefore(cells, width));
  if (after === before) return 'UNKNOWN';
  return after ? 'AFTER' : 'BEFORE';
}
