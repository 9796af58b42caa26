import type { Section } from '../../catalog/forms.js';
import { lookUp } from '../forms/lookUp.js';
import type { Entry, Piece } from '../Match.js';
import { isFigure } from '../value.js';
import { isForeign } from './alignRows.js';

const isBlank = ({ text }: Piece): boolean => text.trim() === '';

/** Whether a row's label is the rest of the one before it. */
function goesOn({ term, label }: Entry, next: Entry): boolean {
  const joined = lookUp(`${label}${next.label}`);
  return joined?.terms.some(({ kind, code }) => kind === term?.kind && code === term.code) ?? false;
}

/** Whether the row below may be the rest of a row: figures without a label, beside a blank cell or a figure cut in two. */
function isCut(row: Entry, next: Entry | undefined, { section, inText }: Setting): boolean {
  if (row.term === null || next?.term !== null || !next.cells.some(({ text }) => isFigure(text))) return false;
  // Rows of section three that have lost their labels are counted out later on.
  const blank = section === 'DISCLOSURES' && row.cells.every(isBlank);
  if (isForeign(next.label)) return blank && goesOn(row, next);
  const shorter = next.cells.length < row.cells.length && row.cells.some(isBlank);
  return blank || shorter || (section === 'DISCLOSURES' && (inText || isAtStart(next)));
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
  rows.map((row, at) => (isCut(row, rows[at + 1], setting) ? { ...row, ambiguous: true } : row));
