import type { Entry, Piece } from '../../Match.js';
import type { Term } from '../../forms/terms.js';
import type { Header } from './headersOf.js';
import type { Cells } from './inColumns.js';
import type { PlacedRow } from './rowsOf.js';

const pieceOf = (text: string, page: number): Piece => ({
  text,
  position: { page, table: null, row: null, column: null },
  columns: null,
});

interface Label {
  readonly term: Term | null;
  readonly text: string;
  readonly page: number;
}

/** A row whose cells are known; one that is torn is known to be no row as it stands. */
export const toEntry = (label: Label, cells: Cells | 'TORN', headers: readonly Header[]): Entry => ({
  term: label.term,
  label: label.text,
  cells: cells === 'TORN' ? [] : cells.map((cell) => pieceOf(cell?.text ?? '', cell?.page ?? label.page)),
  explicit: true,
  ambiguous: cells === 'TORN',
  spare: 'UNKNOWN',
  headers: headers.map(({ text }) => pieceOf(text, label.page)),
});

/** The rows of which something is known: their cells if they are set in columns, or that they are torn. */
export const toEntries = (rows: readonly PlacedRow[], headers: readonly Header[], inColumns: boolean): Entry[] =>
  rows.flatMap(({ label, cells }) =>
    cells === 'TORN' || (cells !== 'UNCERTAIN' && inColumns)
      ? [toEntry({ ...label, page: label.words[0]?.page ?? 0 }, cells, headers)]
      : [],
  );
