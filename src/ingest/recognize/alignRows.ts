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
  /** True where its figures are on several lines. */
  readonly broken?: boolean;
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

/** Whether figures are a row: of those off their line, zeros prove nothing. */
const isProven = ({ apart, entry: { cells } }: LooseRow): boolean =>
  isBalancedRow(cells) && !(apart && cells.every(({ text }) => text.trim() === '0'));

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

/** What stands between two labelled rows. */
interface Gap {
  /** Place of the first of them in the order of the form; -1 before all. */
  readonly due: number;
  /** Rows that have no label of their own, and none that is none of ours. */
  readonly rows: readonly LooseRow[];
  /** As many as the form has there, each of them certainly a row. */
  readonly fits: boolean;
  /** Figures that belong to none of the labels there. */
  readonly astray: boolean;
  /** Labels that have no figures. */
  readonly missing: boolean;
  readonly inOrder: boolean;
}

function gapOf(between: readonly LooseRow[], from: number, to: number, trust: Trust): Gap {
  const rows = between.filter(({ foreign }) => !foreign);
  const fits = rows.length === to - from - 1 && rows.every((row) => (trust === 'LINE' && !row.apart) || isProven(row));
  const [astray, missing] = [rows.length > 0 && !fits, rows.length === 0 && to > from + 1];
  return { due: from, rows, fits, astray, missing, inOrder: to > from };
}

/** Whether figures that are left over beside a labelled row may be its own, and its figures those of another label. */
function isDoubtful(
  { apart, broken = false }: LooseRow,
  before: Gap | undefined,
  after: Gap | undefined,
  trust: Trust,
): boolean {
  const [above, below] = [before?.astray ?? false, after?.astray ?? false];
  if (apart && (above || below)) return true;
  // Figures on lines of their own may be those of the label above, where that one has none.
  if (broken && (before?.missing ?? false)) return true;
  // Lines that were shifted against each other leave a label without figures on one side, and figures on the other.
  return trust === 'LINE' && ((below && (before?.missing ?? false)) || (above && (after?.missing ?? false)));
}

/**
 * Gives rows without a label the one that is due. Rows are printed in the order of the form; where exactly as many rows
 * of figures stand between two labelled ones as the form has between them, each is known.
 * @param rows in printed order
 * @param order the rows of the form
 */
export function alignRows(rows: readonly LooseRow[], order: readonly Disposition[], trust: Trust): Entry[] {
  const anchors = rows.flatMap((row, at) => {
    const code = codeOf(row);
    const due = code === null ? -1 : order.indexOf(code);
    return due < 0 ? [] : [{ row, at, due }];
  });
  const stops = [{ at: -1, due: -1 }, ...anchors, { at: rows.length, due: order.length }];
  const gaps = stops
    .slice(1)
    .map((to, at) => gapOf(rows.slice((stops[at]?.at ?? 0) + 1, to.at), stops[at]?.due ?? -1, to.due, trust));
  const anchored = anchors.map(({ row, at }, index): Entry => {
    const [before, after] = gaps.slice(index, index + 2);
    const next = at + 1 < (stops[index + 2]?.at ?? 0) ? rows[at + 1] : undefined;
    const isCut = isCutBefore(row, next, after?.fits ?? true);
    // Of figures on lines of their own that belong to no label, nobody knows whose they are.
    return isCut ||
      ((row.broken ?? false) && gaps.some(({ astray }) => astray)) ||
      isDoubtful(row, before, after, trust)
      ? ambiguous(row)
      : row.entry;
  });
  const entries = gaps.flatMap((gap, at): Entry[] => {
    const found = gap.astray ? [] : gap.rows.map(({ entry }, each) => withTerm(entry, order[gap.due + 1 + each]));
    const anchor = anchored[at];
    return anchor ? [...found, anchor] : found;
  });
  if (trust !== 'LOOSE') return entries;
  if (anchors.length === 0 || gaps.some(({ astray, inOrder }) => astray || !inOrder)) return rows.map(ambiguous);
  // Where some label has not the figures of a row, others may have those of several.
  const loose = entries.some((entry) => entry.ambiguous);
  return entries.map((entry) =>
    loose && !entry.explicit && !isBalancedRow(entry.cells) ? { ...entry, ambiguous: true } : entry,
  );
}

const withTerm = (entry: Entry, code: Disposition | undefined): Entry =>
  code === undefined ? entry : { ...entry, term: { kind: 'disposition', code, mark: '' } };
