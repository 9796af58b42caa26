import { isBlank } from '../isBlank.js';
import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import type { Section } from '../../catalog/forms.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../../catalog/reviews.js';
import { articleOf } from '../forms/articleOf.js';
import { lookUp, type Found } from '../forms/lookUp.js';
import type { Term } from '../forms/terms.js';
import type { Entry, Piece, Spare } from '../Match.js';
import { isFigure, isFigureWithNote } from '../value.js';
import { spareAt } from './spareAt.js';
import { trackIn } from './trackIn.js';

const REVIEW_CELLS = REVIEW_COLUMN_CODES.length * REVIEW_TRACK_CODES.length;
const KINDS = { DISCLOSURES: 'item', APPLICATIONS: 'disposition', REVIEWS: 'track' } as const;
const HEADER_KINDS = new Set<Term['kind']>(['measure', 'applicant', 'result', 'header']);
const ROW_KINDS = new Set<Term['kind']>(['disposition', 'item']);

/** The row of its section's table that a label means; null for any other text, and for the labels of several rows. */
export function rowTerm(label: string, section: Section): Term | null {
  const termOf = (found: Found | null): Term | undefined => found?.terms.find(({ kind }) => kind === KINDS[section]);
  const term = termOf(lookUp(label)) ?? null;
  if (term === null || !label.includes('\n')) return term;
  const exact = label.split('\n').map((line) => lookUp(line));
  return exact.filter((found) => found?.distance === 0 && termOf(found)).length > 1 ? null : term;
}

/** The number before a label: 7. is no figure. */
const MARK = /^\s*\d{1,2}[.、．]\s*$/;
const isValue = ({ text }: Piece): boolean => (isFigure(text) || isFigureWithNote(text)) && !MARK.test(text);

/** What begins the figures of a row without a label. That of section four has none: 约5 is a cell of it as well. */
const isCell = (piece: Piece, section: Section): boolean =>
  isBlank(piece) || isValue(piece) || (section === 'REVIEWS' && /[\d⁰¹²³⁴-⁹]|^\s*无\s*$/.test(piece.text));

/** What may name the row of section four. */
const ROW_NAME = /[数量件计年月项局厅委办县市区镇乡]|单位|情况|政府/;

/** Whether all cells of a row are figures of section four, whatever the first says: it stands under the first header. */
function isWholeRow(pieces: readonly Piece[], headers: readonly Piece[]): boolean {
  const [first] = pieces;
  if (pieces.length !== REVIEW_CELLS || !first?.columns || ROW_NAME.test(first.text)) return false;
  const named = headers.filter(({ text }) => lookUp(text)?.terms.some(({ kind }) => kind === 'track'));
  return Math.min(...named.map(({ columns }) => columns?.[0] ?? 0)) === first.columns[0];
}

/** Whether a row without a label numbers the columns of section four: 1, 2, 3 and so on. */
const numbersColumns = (pieces: readonly Piece[]): boolean => {
  const first = pieces.length - REVIEW_CELLS;
  return first >= 0 && first < 2 && pieces.slice(first).every(({ text }, at) => text.trim() === String(at + 1));
};

/** A row of column headers: labels of columns, and no figure among them. */
function isHeader(pieces: readonly Piece[]): boolean {
  const printed = pieces.filter((piece) => !isBlank(piece));
  if (printed.length === 0 || printed.some(isValue)) return false;
  if (printed.length === 1 && lookUp(printed[0]?.text ?? '')?.label.mark) return false;
  const kinds = printed.map(({ text }) => (lookUp(text)?.terms ?? []).map(({ kind }) => kind));
  // 其他 and 总计 are rows and columns; any other label of a row makes it one, blank as it may be.
  if (kinds.some((own) => own.length > 0 && own.every((kind) => ROW_KINDS.has(kind)))) return false;
  return kinds.some((own) => own.some((kind) => HEADER_KINDS.has(kind)));
}

/** A row with nothing but the name of a track above a row of results: a header of section four as a table for each track. */
function namesTrack(pieces: readonly Piece[], below: readonly Piece[] | undefined): boolean {
  const [name, ...others] = pieces.filter((piece) => !isBlank(piece));
  if (!name || others.length > 0 || !below || trackIn(name.text) === null) return false;
  return isHeader(below) && below.some(({ text }) => lookUp(text)?.terms.some(({ kind }) => kind === 'result'));
}

/** The last cell of a row that is the label of a row of the form; the cells after it are its figures. */
function labelAt(pieces: readonly Piece[], section: Section): number {
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at];
    if (piece && !isBlank(piece) && !isValue(piece) && rowTerm(piece.text, section)) return at;
  }
  return -1;
}

/** Whether the label of a row stands in it twice, figures between: two tables side by side. */
function isTwice(pieces: readonly Piece[], at: number, term: Term, section: Section): boolean {
  const before = pieces.slice(0, Math.max(0, at));
  const first = before.findIndex((piece) => !isBlank(piece) && rowTerm(piece.text, section)?.code === term.code);
  return first >= 0 && before.slice(first).some((piece) => !isBlank(piece) && isValue(piece));
}

/** Whether a figure of a row is that of the row below it as well. */
const isShared = (cells: readonly Piece[], next: readonly Piece[] | undefined, section: Section): boolean =>
  cells.some((cell) => cell.below && isValue(cell)) && labelAt(next ?? [], section) >= 0;

/** A row of section three that has lost its label has a blank cell in its place: what is left must still be a row. */
function withoutLabel(cells: readonly Piece[], unlabelled: boolean): readonly Piece[] {
  const first = unlabelled ? cells.findIndex((cell) => !isBlank(cell)) : 0;
  return cells.length - first >= APPLICANT_COLUMNS.length ? cells.slice(Math.max(0, first)) : cells;
}

/**
 * The rows of a table whose cells are known: a grid, or lines whose cells are parted by tabs. A row without a label that
 * we know is kept where it has figures.
 */
export function gridEntries(rows: readonly (readonly Piece[])[], section: Section): Entry[] {
  const entries: Entry[] = [];
  let headers: readonly Piece[] = [];
  let inHeaders = false;
  let spare: Spare = 'UNKNOWN';
  let headerBlanks = 0;
  for (const [index, pieces] of rows.entries()) {
    const isTrack = section === 'REVIEWS' && namesTrack(pieces, rows[index + 1]);
    if (isTrack || isHeader(pieces) || pieces.some(({ text }) => articleOf(text) !== null)) {
      const printed = pieces.filter((piece) => !isBlank(piece));
      headers = inHeaders ? [...headers, ...printed] : printed;
      headerBlanks = pieces.length - printed.length;
      inHeaders = true;
      const here = spareAt(pieces);
      if (here !== 'UNKNOWN') spare = here;
      continue;
    }
    if (section === 'REVIEWS' && numbersColumns(pieces)) continue;
    const at = labelAt(pieces, section);
    const whole = at < 0 && section === 'REVIEWS' && isWholeRow(pieces, headers);
    const first = whole ? 0 : at >= 0 ? at + 1 : pieces.findIndex((piece) => isCell(piece, section));
    const label = pieces.slice(0, Math.max(0, at >= 0 ? at + 1 : first));
    const cells = first < 0 ? [] : withoutLabel(pieces.slice(first), at < 0 && section === 'APPLICATIONS');
    if (at < 0 && !cells.some((cell) => !isBlank(cell) && isValue(cell)) && section !== 'REVIEWS') continue;
    const term = at < 0 ? null : rowTerm(pieces[at]?.text ?? '', section);
    entries.push({
      term,
      label: label.map(({ text }) => text).join(' '),
      cells,
      explicit: true,
      ambiguous: term !== null && (isTwice(pieces, at, term, section) || isShared(cells, rows[index + 1], section)),
      spare,
      headers,
      headerBlanks,
    });
    inHeaders = false;
  }
  return entries;
}
