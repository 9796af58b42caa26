import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { printedDispositions } from '../../catalog/dispositions.js';
import type { Form } from '../../catalog/forms.js';
import type { Entry } from '../Match.js';
import { addsUp } from './addsUp.js';
import { alignColumns, blankBeside, columnsOfRows, gap } from './alignColumns.js';
import { alignRows, isBalancedRow, isForeign, type LooseRow, type Trust } from './alignRows.js';
import { brokenOf } from './brokenOf.js';
import { groupsOf, type Group } from './groupsOf.js';
import { labelOf, type GroupLabel } from './labelOf.js';
import type { Layout } from './layoutOf.js';
import { areSetOff, showsBlanks } from './showsBlanks.js';
import { spareAt } from './spareAt.js';
import { splitDigits } from './splitDigits.js';
import type { Extent, Token } from './Token.js';
import { underApplicants } from './underApplicants.js';
import { NUMBERED } from '../forms/numbered.js';

const WIDTH = APPLICANT_COLUMNS.length;

const toEntry = (label: GroupLabel | null, cells: readonly Token[], explicit: boolean, ambiguous: boolean): Entry => ({
  spare: 'UNKNOWN',
  term: label?.term ?? null,
  label: label?.text ?? '',
  cells,
  explicit,
  ambiguous,
  headers: [],
});

/** Figures of a row run together in one word. */
function takeApart(cells: readonly Token[]): readonly Token[] {
  const [only] = cells;
  if (cells.length !== 1 || !only || !/^\d{7,}$/.test(only.text)) return cells;
  const piece = (text: string): Token => ({ ...only, text });
  const figures = splitDigits(only.text, WIDTH, (values) => isBalancedRow(values.map((value) => piece(String(value)))));
  return figures?.map(piece) ?? cells;
}

/** A row with blank cells in aligned text; null where its places do not tell for certain which cells are blank. */
function alignedRow(row: Group, columns: Columns): readonly Token[] | null {
  const [first] = row.cells;
  const here = columns.get(first?.position.page ?? null) ?? null;
  const aligned = first && here ? alignColumns(row, here.columns) : null;
  if (!first || !here || !aligned || !addsUp(aligned)) return null;
  if (here.full.length > 0 && !showsBlanks(row, aligned, here.full)) return null;
  return aligned.map((cell) => cell ?? blankBeside(first));
}

/** Where the columns of a page stand, and the full rows that show it; none where its headers do. */
interface PageColumns {
  readonly columns: readonly Extent[];
  readonly full: readonly Group[];
}

/** Where the columns stand, page by page; null where its rows don't tell. */
type Columns = ReadonlyMap<number | null, PageColumns | null>;

function columnsOfPage(full: readonly Group[]): PageColumns | null {
  const columns = areSetOff(full) ? columnsOfRows(full.map(({ cells }) => cells)) : null;
  return columns && { columns, full };
}

/** None where a figure has come off its row: what looks blank may be printed beside it. */
function columnsOf(groups: readonly Group[]): Columns {
  const printed = groups.filter(({ cells }) => cells.length > 0);
  const isLoose = ({ before, cells }: Group): boolean => before.length === 0 && cells.length !== WIDTH;
  if (printed.some(isLoose)) return new Map();
  const rows = printed.filter(
    ({ cells }) => cells.length === WIDTH && cells.every(({ line }) => line === cells[0]?.line),
  );
  const pageOf = ({ cells }: Group): number | null => cells[0]?.position.page ?? null;
  const pages = new Map(
    [...new Set(rows.map(pageOf))].map((page) => [page, columnsOfPage(rows.filter((row) => pageOf(row) === page))]),
  );
  const [first] = printed;
  const firstPage = first ? pageOf(first) : null;
  if (first === undefined || pages.get(firstPage)) return pages;
  const under = underApplicants(
    first.before,
    printed.filter((row) => pageOf(row) === firstPage),
  );
  return under ? pages.set(firstPage, { columns: under, full: [] }) : pages;
}

/** A group of figures and its label, without the words that the label before it ends with. */
interface Labelled {
  readonly group: Group;
  readonly label: GroupLabel | null;
}

function labelled(groups: readonly Group[], layout: Layout): Labelled[] {
  let used = 0;
  return groups.flatMap((group, at): Labelled[] => {
    if (group.cells.length === 0) return [];
    const before = group.before.slice(used);
    const label = labelOf(before, layout === 'WORDS' ? (groups[at + 1]?.before ?? []) : [], 'APPLICATIONS');
    used = label?.after ?? 0;
    return [{ group: { ...group, before }, label }];
  });
}

/** Whether figures stand beside a label of their own, one of ours or another, and not a group's or the rest of one. */
function beginRow({ group, label }: Labelled, form: Form): boolean {
  const isRow = label?.term.kind === 'disposition' && printedDispositions(form).includes(label.term.code);
  return isRow || group.before.some(({ text }) => NUMBERED.test(text) && isForeign(text));
}

/** The rows that may be broken within figures. */
function brokenRows(rows: readonly Labelled[], form: Form): Set<Group> {
  const begin = rows.map((row) => beginRow(row, form));
  const broken = brokenOf(
    rows.map(({ group }) => group),
    begin,
    isBalancedRow,
  );
  rows.forEach(({ group }, at) => {
    const next = rows[at + 1];
    // Figures too few for a row, beside no label, may be its rest in ways that are not foreseen.
    const isOdd = next !== undefined && !begin[at + 1] && next.group.cells.length < WIDTH;
    if (isOdd && !isBalancedRow(group.cells)) broken.add(group);
  });
  return broken;
}

/** Whether figures of different lines stand below each other, and not where their lines begin. */
const areStacked = (cells: readonly Token[]): boolean =>
  cells.some((one) =>
    cells.some(
      (other) =>
        one.line < other.line &&
        one.extent !== null &&
        other.extent !== null &&
        Math.min(one.extent.start, other.extent.start) > 0 &&
        gap(one.extent, other.extent) === 0,
    ),
  );

interface Setting {
  readonly layout: Layout;
  readonly explicit: boolean;
  readonly columns: Columns;
}

/** The rows of one group of figures: one, or several whose labels stand elsewhere. */
function rowsOf(group: Group, label: GroupLabel | null, { layout, explicit, columns }: Setting): LooseRow[] {
  const cells = takeApart(group.cells);
  const line = cells[0]?.line;
  const beside = layout === 'PIPES' ? group.before.slice(-1) : group.before.filter((word) => word.line === line);
  const foreign = label === null && layout !== 'CELLS' && beside.some(({ text }) => isForeign(text));
  const apart = layout === 'WORDS' && (beside.length === 0 || cells.some((cell) => cell.line !== line));
  if (explicit && cells.length >= WIDTH) return [{ entry: toEntry(label, cells, true, false), foreign, apart }];
  // Two rows of figures on one line are two tables side by side.
  const whole = layout === 'CELLS' ? cells.length % WIDTH === 0 : cells.length === WIDTH;
  const aligned = whole || label === null ? null : alignedRow(group, columns);
  if (aligned) return [{ entry: toEntry(label, aligned, true, false), foreign, apart }];
  // Figures of no row are left over as well; a lone one is the number of a page.
  const leftOver = label !== null || (layout === 'WORDS' && cells.length > 1);
  if (!whole) return leftOver ? [{ entry: toEntry(label, cells, explicit, true), foreign, apart }] : [];
  // Figures on lines of their own may be of several rows with blank cells, or parts of broken ones.
  if (apart && ((label && !isBalancedRow(cells)) || areStacked(cells)))
    return [{ entry: toEntry(label, cells, explicit, true), foreign, apart }];
  const rows: LooseRow[] = [];
  for (let at = 0; at < cells.length; at += WIDTH)
    rows.push({ entry: toEntry(at === 0 ? label : null, cells.slice(at, at + WIDTH), false, false), foreign, apart });
  return rows;
}

const TRUST: Record<Layout, Trust> = { WORDS: 'LINE', PIPES: 'ROW', TABS: 'ROW', TABBED: 'ROW', CELLS: 'LOOSE' };

/** The rows of section three in running text. */
export function applicationEntries(tokens: readonly Token[], layout: Layout, form: Form): Entry[] {
  const explicit = layout === 'PIPES' || tokens.some(({ kind }) => kind === 'blank');
  const groups = groupsOf(tokens, layout, WIDTH);
  const setting = { layout, explicit, columns: layout === 'WORDS' ? columnsOf(groups) : new Map() };
  const all = labelled(groups, layout);
  const broken = layout === 'WORDS' ? brokenRows(all, form) : new Set<Group>();
  const rows = all.flatMap(({ group, label }): LooseRow[] => {
    if (label === null && group.cells.every(({ kind }) => kind === 'blank')) return [];
    const own = rowsOf(group, label, setting);
    return broken.has(group) ? own.map((row) => ({ ...row, entry: { ...row.entry, ambiguous: true } })) : own;
  });
  const spare = layout === 'PIPES' ? spareAt(tokens) : 'UNKNOWN';
  return alignRows(rows, printedDispositions(form), TRUST[layout]).map((entry) => ({ ...entry, spare }));
}
