import { isBlank } from '../isBlank.js';
import type { Section } from '../../catalog/forms.js';
import { lookUp } from '../forms/lookUp.js';
import type { Term } from '../forms/terms.js';
import type { Entry, Piece } from '../Match.js';
import { isFigure } from '../value.js';
import { isForeign } from './alignRows.js';

/** What stands before a label: 7. （二） */
const isMark = (word: string): boolean => /^(?:\d{1,2}[.、．]|[（(]?[一二三四五六七][)）、])$/.test(word);
const lastWord = (label: string): string => label.split(' ').at(-1) ?? '';

/** How far the labels of two rows, joined, are from that of a row of the form. What they are in may stand before them. */
function distanceOf(above: Entry, below: Entry, term: Term | null): number {
  if (above.label === '' || below.label === '') return Infinity;
  const joined = lookUp(`${lastWord(above.label)}${lastWord(below.label)}`) ?? lookUp(`${above.label}${below.label}`);
  const isOf = joined?.terms.some(({ kind, code }) => kind === term?.kind && code === term.code) ?? false;
  return isOf ? (joined?.distance ?? Infinity) : Infinity;
}
const distanceAlone = ({ label }: Entry): number => (lookUp(lastWord(label)) ?? lookUp(label))?.distance ?? Infinity;

/** Where a cell stands: its column, or where there are none how far from the end of its row. */
const placeIn = ({ cells }: Entry, cell: Piece, at: number): number => cell.columns?.[0] ?? at - cells.length;

/** Whether of two rows the one has figures only where the other, which has some as well, is blank. */
function fillUp(row: Entry, other: Entry): boolean {
  const taken = new Set(row.cells.map((cell, at) => (isBlank(cell) ? null : placeIn(row, cell, at))));
  const printed = other.cells.filter((cell) => !isBlank(cell));
  return (
    row.cells.some((cell) => !isBlank(cell)) &&
    printed.some(({ text }) => isFigure(text)) &&
    other.cells.every((cell, at) => isBlank(cell) || !taken.has(placeIn(other, cell, at)))
  );
}

/** Whether the row below may be the rest of a row: figures without a label, beside a blank cell or a figure cut in two. */
function isCut(row: Entry, next: Entry | undefined, { section, inText }: Setting): boolean {
  if (row.term === null || next?.term !== null || !next.cells.some(({ text }) => isFigure(text))) return false;
  if (distanceOf(row, next, row.term) <= distanceAlone(row)) return true;
  if (isForeign(next.label)) return false;
  // Rows of section three that have lost their labels are counted out later on.
  const blank = section === 'DISCLOSURES' && row.cells.every(isBlank);
  const shorter = next.cells.length < row.cells.length && row.cells.some(isBlank);
  return blank || shorter || fillUp(row, next) || (section === 'DISCLOSURES' && (inText || isAtStart(next)));
}

/** A row that was taken for that of its group, as one without a label that we know: a part of one follows the group. */
function unlabelled(row: Entry | undefined): Entry | undefined {
  const [first, ...cells] = row?.cells ?? [];
  if (!row || !first || !isForeign(first.text) || isFigure(first.text)) return row;
  return { ...row, term: null, label: `${row.label} ${first.text}`, cells };
}

/** Whether a row is the rest of the one above: figures beside the beginning of its label. */
function isRest(row: Entry, before: Entry | undefined): boolean {
  const above = unlabelled(before);
  if (row.term === null || above?.term !== null || !above.cells.some(({ text }) => isFigure(text))) return false;
  const joined = distanceOf(above, row, row.term);
  // A row of its own above brings a label no nearer; what is but a number is the beginning of one.
  const isOne = joined < distanceAlone(row) || (joined < Infinity && isMark(lastWord(above.label)));
  return isOne && (isForeign(above.label) || row.cells.every(isBlank) || fillUp(above, row));
}

/** Whether a figure stands where labels do: the rest of a line of Markdown that was broken. */
const isAtStart = ({ cells: [first] }: Entry): boolean => first?.columns?.[0] === 0 && isFigure(first.text);

interface Setting {
  readonly section: Section;
  /** Lines of text may be broken within a cell. */
  readonly inText: boolean;
}

/** Rows that a page or an export may have cut in two: what looks blank in them, or like a whole figure, is not. */
export const doubtCutRows = (rows: readonly Entry[], setting: Setting): Entry[] =>
  rows.map((row, at) =>
    isCut(row, rows[at + 1], setting) || isRest(row, rows[at - 1]) ? { ...row, ambiguous: true } : row,
  );
