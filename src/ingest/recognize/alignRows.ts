import type { Disposition } from '../../catalog/dispositions.js';
import { lookUp } from '../forms/lookUp.js';
import type { Entry, Piece } from '../Match.js';
import { isFigure, readValue } from '../value.js';

/** A row of figures of section three. */
export interface LooseRow {
  /** Its term is null where it has no label. */
  readonly entry: Entry;
  /** True where it has a label that is none of ours. */
  readonly foreign: boolean;
  /** True where its figures are not on one line with its label: what stands beside what is not seen. */
  readonly apart: boolean;
}

/**
 * How far position may stand in for a label. LINE: a row is a line, nothing else is needed. ROW: a row is known as such,
 * and its six parts must add up. LOOSE: figures and labels are lines of their own, so rows must add up, and one that is
 * not accounted for means that labels and figures have come apart and no label can be trusted.
 */
export type Trust = 'LINE' | 'ROW' | 'LOOSE';

/** Words that stand beside the rows in cells of their own: the vertical cell and the groups, whole or broken. */
const BESIDE = /^[三、本年度办理结果（）()一二四五六七不予公开无法提供处其他\s.]*$/u;

/** Whether words beside figures are a label that is none of ours. */
export const isForeign = (label: string): boolean => !BESIDE.test(label);

const codeOf = ({ entry }: LooseRow): Disposition | null =>
  entry.term?.kind === 'disposition' ? entry.term.code : null;

/** Whether the six parts of a row add up to its total, every one of them printed. */
export function isBalancedRow(cells: readonly Piece[]): boolean {
  const values = cells.map(({ text }) => readValue(text, 'count'));
  const numbers = values.map((value) => (value.state === 'REPORTED' ? Number(value.value) : Number.NaN));
  const total = numbers.pop();
  return total !== undefined && numbers.reduce((sum, number) => sum + number, 0) === total;
}

const ambiguous = ({ entry }: LooseRow): Entry => ({ ...entry, ambiguous: true });

const isBlankRow = ({ entry }: LooseRow): boolean => entry.cells.every(({ text }) => text.trim() === '');

/** Whether a label that is none of ours is the rest of the one before it; the group that it is in may stand before it. */
function goesOn({ entry }: LooseRow, after: LooseRow): boolean {
  const [own, rest] = [entry.label, after.entry.label].map((label) => label.split(' ').at(-1) ?? '');
  const terms = lookUp(`${own}${rest}`)?.terms ?? lookUp(`${entry.label}${after.entry.label}`)?.terms ?? [];
  return terms.some(({ kind, code }) => kind === entry.term?.kind && code === entry.term.code);
}

/** A blank row before figures without a label of their own: a page or an export may have cut one row in two. */
function isCutBefore(row: LooseRow, next: LooseRow | undefined, fits: boolean): boolean {
  if (next === undefined || !isBlankRow(row)) return false;
  // The name of a group is no label of a row; what stands after it may be the rest of one.
  if (next.entry.term !== null) return !fits && next.entry.cells.some(({ text }) => isForeign(text) && !isFigure(text));
  return next.foreign ? goesOn(row, next) : !fits;
}

/**
 * Gives rows without a label the one that is due. Rows are printed in the order of the form; where exactly as many rows
 * of figures stand between two labelled ones as the form has between them, each is known.
 * @param rows in printed order
 * @param order the rows of the form
 */
export function alignRows(rows: readonly LooseRow[], order: readonly Disposition[], trust: Trust): Entry[] {
  const indexOf = (row: LooseRow): number => {
    const code = codeOf(row);
    return code === null ? -1 : order.indexOf(code);
  };
  const anchors = rows.map((row, at) => ({ at, due: indexOf(row) })).filter(({ due }) => due >= 0);
  const stops = [{ at: -1, due: -1 }, ...anchors, { at: rows.length, due: order.length }];
  const entries: Entry[] = [];
  let sound = anchors.length > 0;
  let doubted = false;
  for (let stop = 0; stop + 1 < stops.length; stop++) {
    const from = stops[stop] ?? { at: -1, due: -1 };
    const to = stops[stop + 1] ?? from;
    const anchor = rows[from.at];
    const between = rows.slice(from.at + 1, to.at).filter(({ foreign }) => !foreign);
    const fits =
      between.length === to.due - from.due - 1 &&
      between.every((row) => (trust === 'LINE' && !row.apart) || isBalancedRow(row.entry.cells));
    const astray = between.length > 0 && !fits;
    // Figures that are left over may be those of the labels before and after them.
    const next = from.at + 1 < to.at ? rows[from.at + 1] : undefined;
    const cut = anchor !== undefined && isCutBefore(anchor, next, fits);
    if (anchor) entries.push(cut || (anchor.apart && (astray || doubted)) ? ambiguous(anchor) : anchor.entry);
    doubted = astray;
    if (to.due <= from.due || astray) sound = false;
    if (astray) continue;
    between.forEach(({ entry }, each) => {
      const code = order[from.due + 1 + each];
      if (code) entries.push({ ...entry, term: { kind: 'disposition', code, mark: '' } });
    });
  }
  if (trust !== 'LOOSE') return entries;
  if (!sound) return rows.map(ambiguous);
  // Where some label has not the figures of a row, others may have those of several.
  const loose = entries.some((entry) => entry.ambiguous);
  return entries.map((entry) =>
    loose && !entry.explicit && !isBalancedRow(entry.cells) ? { ...entry, ambiguous: true } : entry,
  );
}
