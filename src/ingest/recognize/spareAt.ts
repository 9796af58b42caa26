import { lookUp } from '../forms/lookUp.js';
import type { Piece, Spare } from '../Match.js';

/**
 * Tells from the header 法人或其他组织, which is merged over five columns, where an export leaves the places of merged
 * cells: right behind them, so that a row's wide label has blank cells before its figures, or at the end of the row.
 */
export function spareAt(pieces: readonly Piece[]): Spare {
  const at = pieces.findIndex(({ text }) => lookUp(text)?.terms.some(({ code }) => code === 'ORGANIZATIONS'));
  const next = pieces[at + 1];
  if (at < 0 || next === undefined) return 'UNKNOWN';
  return next.text.trim() === '' ? 'BEFORE' : 'AFTER';
}
