import { isBlank } from '../isBlank.js';
import { lookUp } from '../forms/lookUp.js';
import type { Piece, Spare } from '../Match.js';

const placeOf = (pieces: readonly Piece[], header: string): number =>
  pieces.findIndex(({ text }) => lookUp(text)?.terms.some(({ code }) => code === header));

/**
 * Tells from its headers where an export leaves the places of merged cells: right behind them, or at the end of the row. In
 * section three 法人或其他组织, merged over five columns, tells whether a row's wide label has blank cells before its figures;
 * in section two 信息内容 is not merged, and what is blank before or after the other headers is so below them.
 */
export function spareAt(pieces: readonly Piece[]): Spare {
  const organizations = placeOf(pieces, 'ORGANIZATIONS');
  const at = Math.max(organizations, placeOf(pieces, 'CONTENT'));
  const [next, ...others] = at < 0 ? [] : pieces.slice(at + 1);
  if (next === undefined) return 'UNKNOWN';
  if (isBlank(next)) return others.every(isBlank) ? 'UNKNOWN' : 'BEFORE';
  const last = others.at(-1) ?? next;
  return organizations >= 0 || isBlank(last) ? 'AFTER' : 'UNKNOWN';
}
