import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { addsUp } from './addsUp.js';
import { alignColumns, blankBeside, columnsOfRows, isPushed } from './alignColumns.js';
import { areEven } from './areEven.js';
import type { Group } from './groupsOf.js';
import { areSetOff, showsBlanks } from './showsBlanks.js';
import type { Extent, Token } from './Token.js';
import { underApplicants } from './underApplicants.js';

const WIDTH = APPLICANT_COLUMNS.length;
/** Of a form with all that a place adds to it; each is held against each other one. */
const MOST_ROWS = 200;
/** So many rows tell where columns stand that another does not keep. */
const FEWEST = 3;

/** How many columns a Chinese character takes: which it is, only rows set off by labels of different length tell. */
type Measure = (row: Group) => Group;

const asNarrow = (token: Token): Token =>
  token.offset === undefined
    ? token
    : { ...token, extent: { start: token.offset, end: token.offset + token.text.length } };
const MEASURES: readonly Measure[] = [
  (row) => row,
  ({ before, cells }) => ({ before: before.map(asNarrow), cells: cells.map(asNarrow) }),
];

/** Where the columns of a page stand, and the full rows that show it; none where its headers do. */
interface PageColumns {
  readonly columns: readonly Extent[];
  readonly full: readonly Group[];
  readonly measure: Measure;
}

/** Where the columns stand, page by page; null where its rows don't tell. */
export type Columns = ReadonlyMap<number | null, PageColumns | null>;

/** Whether a row does not add up; one of nothing but dashes has nothing to add. */
const contradicts = ({ cells }: Group): boolean => !addsUp(cells) && cells.some(({ text }) => /\d/.test(text));

/** A row by the places of its figures. */
export interface RowInColumns {
  /** All its cells. */
  readonly cells: readonly Token[];
  /** Whether its parts add up to its total; where that is blank nothing of the row proves its places. */
  readonly proven: boolean;
}

/** A row with blank cells in aligned text; null where its places do not tell for certain which cells are blank. */
export function alignedRow(printed: Group, columns: Columns): RowInColumns | null {
  const [first] = printed.cells;
  const here = columns.get(first?.position.page ?? null) ?? null;
  if (!first || !here) return null;
  const row = here.measure(printed);
  const aligned = alignColumns(row, here.columns);
  if (!aligned) return null;
  const proven = addsUp(aligned);
  if (!proven && aligned.at(-1) !== undefined) return null;
  if (here.full.length > 0 && !showsBlanks(row, aligned, here.full)) return null;
  if (!areEven([...here.full.map(({ cells }) => cells), aligned])) return null;
  return { cells: aligned.map((cell) => cell ?? blankBeside(first)), proven };
}

/**
 * Whether a row of as many figures as there are columns may have one that is none of them, and be blank elsewhere: its
 * figures do not add up, nor stand below those of others.
 */
export function isOutOfColumns(row: Group, columns: Columns): boolean {
  if (row.cells.length !== WIDTH || !contradicts(row)) return false;
  const here = columns.get(row.cells[0]?.position.page ?? null) ?? null;
  const full = here?.full ?? [];
  return here === null || full.length === 0 || !areEven([...full, here.measure(row)].map(({ cells }) => cells));
}

const pageOf = ({ cells }: Group): number | null => cells[0]?.position.page ?? null;

/**
 * Rows of as many figures as there are columns that do not stand below those of all others of their page, however these add
 * up: one of the figures may be the number of a page, and a cell be blank.
 */
export function strayRows(groups: readonly Group[]): Group[] {
  const full = groups.filter((row) => row.cells.length === WIDTH && !contradicts(row));
  if (full.length > MOST_ROWS) return [];
  return full.filter((row) => {
    const own = full.filter((other) => pageOf(other) === pageOf(row)).map((other) => ({ other, is: other === row }));
    return MEASURES.some((measure) => {
      const measured = own.map(({ other, is }) => ({ row: measure(other), is })).filter((each) => !isPushed(each.row));
      const others = measured.filter(({ is }) => !is).map((each) => each.row.cells);
      const stray = measured.find(({ is }) => is)?.row.cells;
      return stray && others.length >= FEWEST && areEven(others) && !areEven([...others, stray]);
    });
  });
}

function columnsOfPage(rows: readonly Group[], measure: Measure): PageColumns | null {
  const full = rows
    .filter((row) => !contradicts(row))
    .map(measure)
    .filter((row) => !isPushed(row));
  const columns = areSetOff(full) ? columnsOfRows(full.map(({ cells }) => cells)) : null;
  return columns && { columns, full, measure };
}

/** The first measure in which something is found. */
function measured(find: (measure: Measure) => PageColumns | null): PageColumns | null {
  for (const measure of MEASURES) {
    const found = find(measure);
    if (found) return found;
  }
  return null;
}

function underHeaders({ before }: Group, rows: readonly Group[], measure: Measure): PageColumns | null {
  const columns = underApplicants(measure({ before, cells: [] }).before, rows.map(measure));
  return columns && { columns, full: [], measure };
}

/** Where columns stand. None where a figure has come off its row: what looks blank may be printed beside it. */
export function columnsOf(groups: readonly Group[]): Columns {
  const printed = groups.filter(({ cells }) => cells.length > 0);
  const isLoose = ({ before, cells }: Group): boolean => before.length === 0 && cells.length !== WIDTH;
  if (printed.length > MOST_ROWS || printed.some(isLoose)) return new Map();
  const rows = printed.filter(
    ({ cells }) => cells.length === WIDTH && cells.every(({ line }) => line === cells[0]?.line),
  );
  const ofPage = (all: readonly Group[], page: number | null): Group[] => all.filter((row) => pageOf(row) === page);
  const pages = new Map(
    [...new Set(rows.map(pageOf))].map((page) => [
      page,
      measured((measure) => columnsOfPage(ofPage(rows, page), measure)),
    ]),
  );
  const [first] = printed;
  const firstPage = first ? pageOf(first) : null;
  if (first === undefined || pages.get(firstPage)) return pages;
  const under = measured((measure) => underHeaders(first, ofPage(printed, firstPage), measure));
  return under ? pages.set(firstPage, under) : pages;
}
