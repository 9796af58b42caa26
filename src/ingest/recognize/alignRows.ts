import type { Disposition } from '../../catalog/dispositions.js';
import type { Entry, Piece } from '../Match.js';
import { readValue } from '../value.js';

/** A row of figures of section three. */
export interface LooseRow {
  /** Its term is null where it has no label. */
  readonly entry: Entry;
  /** True where it has a label that is none of ours. */
  readonly foreign: boolean;
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
  for (let stop = 0; stop + 1 < stops.length; stop++) {
    const from = stops[stop] ?? { at: -1, due: -1 };
    const to = stops[stop + 1] ?? from;
    const anchor = rows[from.at];
    if (anchor) entries.push(anchor.entry);
    const between = rows.slice(from.at + 1, to.at).filter(({ foreign }) => !foreign);
    if (to.due <= from.due) sound = false;
    if (between.length === 0) continue;
    const fits = between.length === to.due - from.due - 1;
    if (fits && between.every((row) => trust === 'LINE' || isBalancedRow(row.entry.cells)))
      between.forEach(({ entry }, each) => {
        const code = order[from.due + 1 + each];
        if (code) entries.push({ ...entry, term: { kind: 'disposition', code, mark: '' } });
      });
    else sound = false;
  }
  return trust === 'LOOSE' && !sound ? rows.map(ambiguous) : entries;
}
