import { placeOf, placesOf } from '../../catalog/places.js';
import { REVIEW_COLUMN_CODES } from '../../catalog/reviews.js';
import { lookUp } from '../forms/lookUp.js';
import type { Entry, Piece, Spare } from '../Match.js';
import { isFigure } from '../value.js';
import { assignCells, meaning, namedIn, type Assigned } from './assignCells.js';
import type { Locator } from './Locator.js';

const PLACES = placesOf('REVIEWS', 'FORM_2021');
const WIDTH = PLACES.length;
const RESULTS: readonly (string | null)[] = REVIEW_COLUMN_CODES;

const tableOf = ({ cells }: Entry): number | null => cells[0]?.position.table ?? null;
/** A row that is too short by a cell or two. */
const isMaimed = ({ cells }: Entry): boolean =>
  cells.length < WIDTH && cells.length >= WIDTH - 2 && cells.filter(({ text }) => isFigure(text)).length > 1;
const isPrinted = ({ text }: Piece): boolean => text.trim() !== '';

/** The column of section four, of fifteen, that a header means under its track; -1 where the grid does not tell. */
function columnOf(header: Piece, tracks: readonly Piece[]): number {
  const { columns } = header;
  const result = lookUp(header.text)?.terms.find(({ kind }) => kind === 'result');
  if (!result || columns === null) return -1;
  const over = tracks.filter(
    (track) => track.columns && track.columns[0] <= columns[0] && columns[1] <= track.columns[1],
  );
  const track = over.length === 1 ? lookUp(over[0]?.text ?? '')?.terms.find(({ kind }) => kind === 'track') : undefined;
  return track ? PLACES.indexOf(placeOf('REVIEWS', track.code ?? '', result.code ?? '')) : -1;
}

/** Whether a cell stands below the header of a result. */
const isBelowResult = ({ headers }: Entry, cell: Piece | undefined): boolean =>
  headers.some(
    ({ text, columns }) =>
      columns &&
      cell?.columns &&
      columns[0] === cell.columns[0] &&
      lookUp(text)?.terms.some(({ kind }) => kind === 'result'),
  );

/** The column of a track that a header means. */
const resultOf = meaning((term) => (term.kind === 'result' ? RESULTS.indexOf(term.code) : -1));

/** A track in a row of its own: as its headers say where they name every result, else in the order of the form. */
function assignTrack(entry: Entry): Assigned {
  if (entry.ambiguous || entry.cells.length !== RESULTS.length) return null;
  return assignCells(entry, RESULTS.length, namedIn(entry.headers, resultOf), 'UNKNOWN');
}

function assignAll(entry: Entry, spare: Spare): Assigned {
  if (entry.ambiguous) return null;
  const tracks = entry.headers.filter(({ text }) => lookUp(text)?.terms.some(({ kind }) => kind === 'track'));
  const named = namedIn(entry.headers, (header) => columnOf(header, tracks));
  const [first, ...others] = named;
  const [name] = entry.cells;
  // A result above it whose track is not in the grid makes it a figure.
  const isBeside =
    first && others.length > 0 && (name?.columns?.[1] ?? Infinity) <= first.start && !isBelowResult(entry, name);
  // A number beside the headers is the name of the row: then one of the figures is missing.
  return isBeside && entry.cells.length === WIDTH ? null : assignCells(entry, WIDTH, named, spare);
}

/** Whether what looks blank at the end of a row may be printed below it. */
function goesOn(entry: Entry, rows: readonly Entry[]): boolean {
  const [last, next] = [entry.cells.at(-1), rows[rows.indexOf(entry) + 1]];
  const isRest = next !== undefined && next.cells.length < WIDTH && next.cells.some(({ text }) => isFigure(text));
  return isRest && last !== undefined && !isPrinted(last);
}

/** Locates the cells of section four: one row of all three tracks, or a row for each. */
export function locateReviews(entries: readonly Entry[], spare: Spare, locator: Locator): void {
  const rows = entries.filter(({ term }) => term === null);
  const whole = rows.filter(({ cells }) => cells.length >= WIDTH);
  // A row of blank cells is the table's row only where no row has figures: exports leave empty rows under headers. In a
  // table of its own it may be this year's.
  const filled = whole.filter(({ cells }) => cells.some(isPrinted));
  const printed = whole.filter(
    (row) => filled.includes(row) || filled.some((other) => tableOf(other) !== tableOf(row)),
  );
  // Figures beside a blank row may be the other half of it.
  const halves = printed.length > 0 ? [] : rows.filter(({ cells }) => cells.some(({ text }) => isFigure(text)));
  // Of two years the row that has lost a cell may be this year's.
  const maimed = rows.filter(
    (row) => isMaimed(row) && printed.some((other) => tableOf(other) !== null && tableOf(other) !== tableOf(row)),
  );
  const uncertain = maimed.length > 0 ? [...maimed, ...printed] : halves;
  for (const entry of uncertain) locator.row('REVIEWS', PLACES, null, entry);
  const certain = uncertain.length > 0 ? [] : printed.length > 0 ? printed : whole;
  for (const entry of certain)
    locator.row('REVIEWS', PLACES, goesOn(entry, rows) ? null : assignAll(entry, spare), entry);
  // Figures that belong to no track may be those of one whose name stands apart from them.
  const isApart = rows.some(({ cells }) => cells.length < WIDTH && cells.some(({ text }) => isFigure(text)));
  for (const entry of entries) {
    if (entry.term?.kind !== 'track') continue;
    const { code } = entry.term;
    const places = RESULTS.map((column) => placeOf('REVIEWS', code, column ?? ''));
    locator.row(`REVIEWS/${code}`, places, isApart && !entry.cells.some(isPrinted) ? null : assignTrack(entry), entry);
  }
  for (const entry of rows) if (entry.ambiguous) locator.row('REVIEWS', PLACES, null, entry);
}
