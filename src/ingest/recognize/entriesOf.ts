import { printedDispositions } from '../../catalog/dispositions.js';
import type { Form, Section } from '../../catalog/forms.js';
import { REVIEW_COLUMN_CODES } from '../../catalog/reviews.js';
import { widthOf } from '../forms/widthOf.js';
import type { Entry, Line, Piece } from '../Match.js';
import { isFigure } from '../value.js';
import { alignRows, isForeign } from './alignRows.js';
import { applicationEntries } from './applicationEntries.js';
import { cellEntries } from './cellEntries.js';
import { doubtCutRows } from './doubtCutRows.js';
import { disclosureEntries } from './disclosureEntries.js';
import { gridEntries } from './gridEntries.js';
import { layoutOf, type Layout } from './layoutOf.js';
import { partedRows } from './partedRows.js';
import { withPlaced } from './placed/placedEntries.js';
import { reviewEntries } from './reviewEntries.js';
import { positionIn, type TextLine } from './TextLine.js';
import type { Token } from './Token.js';
import { tokensOf } from './tokensOf.js';
import { trackIn } from './trackIn.js';
import { flatten } from '../../flatten.js';

/** Lines of text in which each cell begins with a tab, or is parted from the next by one, as rows of cells. */
function tabbedRows(lines: readonly TextLine[], layout: Layout): Piece[][] {
  const piece = (line: TextLine, text: string, offset: number): Piece => ({
    text,
    position: positionIn(line, offset),
    columns: null,
  });
  if (layout === 'TABS')
    return lines.map((line) => {
      let offset = 0;
      return line.text.split('\t').map((cell) => {
        const start = offset;
        offset += cell.length + 1;
        return piece(line, cell, start);
      });
    });
  const rows: Piece[][] = [[]];
  for (const line of lines) {
    const { text } = line;
    const row = rows.at(-1) ?? [];
    const last = row.at(-1);
    if (text.startsWith('\t')) row.push(piece(line, text.slice(1), 1));
    else if (text.trim() === '') rows.push([]);
    // A figure on a line of its own is no rest of a cell: it may be the number of a page.
    else if (isFigure(text)) rows.push([{ ...piece(line, text, 0), loose: true }]);
    else if (last) row[row.length - 1] = { ...last, text: `${last.text}\n${text}` };
    else rows.push([piece(line, text, 0)]);
  }
  return rows.filter((row) => row.length > 0);
}

/** The rows of one section in running text of any layout. */
function textEntries(lines: readonly TextLine[], section: Section, form: Form): Entry[] {
  const layout = layoutOf(lines.map(({ text }) => text));
  const read = (tokens: readonly Token[]): Entry[] => tokenEntries(tokens, section, layout, form);
  switch (layout) {
    case 'TABS':
    case 'TABBED':
    case 'PARTED':
      return doubtCutRows(gridEntries(layout === 'PARTED' ? partedRows(lines) : tabbedRows(lines, layout), section), {
        section,
        inText: true,
      }).map(doubtLoose);
    case 'CELLS':
      return cellEntries(lines, read, section, form).map(doubtLoose);
    case 'PIPES':
    case 'WORDS':
      return read(tokensOf(lines, layout)).map(doubtLoose);
  }
}

/** A row with a figure that may be none of its cells: what stands beside it may be printed in other columns. */
const doubtLoose = (entry: Entry): Entry =>
  entry.cells.some(({ loose }) => loose) ? { ...entry, ambiguous: true } : entry;

function tokenEntries(tokens: readonly Token[], section: Section, layout: Layout, form: Form): Entry[] {
  switch (section) {
    case 'DISCLOSURES':
      return disclosureEntries(tokens, layout, form);
    case 'APPLICATIONS':
      return applicationEntries(tokens, layout, form);
    case 'REVIEWS':
      return reviewEntries(tokens, layout);
  }
}

/** Section four as a table for each track: its name stands in the header, or in the text above. */
const withTrack = (entry: Entry, above: string): Entry =>
  entry.term === null && entry.cells.length === REVIEW_COLUMN_CODES.length
    ? { ...entry, term: trackIn(entry.headers.map(({ text }) => text).join('')) ?? trackIn(above) }
    : entry;

/** The rows of one section: those of its grids, and those of the running text between them. */
export function entriesOf(lines: readonly Line[], section: Section, form: Form): Entry[] {
  const entries: Entry[] = [];
  let above = '';
  for (let at = 0; at < lines.length;) {
    const table = lines[at]?.table ?? null;
    let end = at;
    while (end < lines.length && (lines[end]?.table ?? null) === table) end++;
    const stretch = lines.slice(at, end);
    at = end;
    if (table === null) {
      entries.push(...textEntries(flatten(stretch.map(({ pieces }) => pieces)), section, form));
      above = stretch.findLast(({ text }) => text.trim() !== '')?.text ?? above;
    } else {
      const rows = gridEntries(
        stretch.map(({ pieces }) => pieces),
        section,
      );
      if (section === 'REVIEWS') entries.push(...rows.map((row) => withTrack(row, above)));
      else entries.push(...doubtCutRows(rows, { section, inText: false }));
    }
  }
  const aligned = section === 'APPLICATIONS' ? alignGridRows(entries, form) : entries;
  return withPlaced(aligned, lines, section, form);
}

/** Rows of grids that have lost their labels. */
function alignGridRows(entries: readonly Entry[], form: Form): Entry[] {
  const width = widthOf('APPLICATIONS', form, null);
  const rows = entries
    .filter(({ term, cells }) => term !== null || cells.length >= width)
    .map((entry) => ({ entry, foreign: entry.term === null && isForeign(entry.label), apart: false }));
  return alignRows(rows, printedDispositions(form), 'ROW');
}
