import type { Form, Section } from '../catalog/forms.js';
import type { Chapter } from './forms/chapterOf.js';
import type { Term } from './forms/terms.js';
import type { Paragraph, Position } from './types.js';

/** A printed cell, or a word of running text, on its way to being a label or a figure. */
export interface Piece {
  /** As printed. */
  readonly text: string;
  readonly position: Position;
  /** Columns of the grid that it covers, from 0, the end excluded; null outside grids. */
  readonly columns: readonly [start: number, end: number] | null;
  /** True where it reaches down into the next row of its grid. */
  readonly below?: true;
  /** True where it may be no cell of its row, but the number of a page. */
  readonly loose?: true;
  /** True where it stands further from the figure before it than figures of a row do. */
  readonly aside?: true;
  /** Of money whose header or label names another unit than 万元: that unit. */
  readonly unit?: string;
  /** Of a line of a page: its words where they are printed. */
  readonly placed?: Paragraph['placed'];
}

/** One row of a grid, or one line of running text. */
export interface Line {
  /** Index of its block in the document. */
  readonly block: number;
  /** Number of its grid; null for running text. */
  readonly table: number | null;
  /** The cells that begin in this row, each once; the one piece of a line of text. */
  readonly pieces: readonly Piece[];
  /** The whole line as printed. */
  readonly text: string;
  /** What may be a label or a figure: the cells of a grid, the words of running text; none for a line of prose. */
  readonly words: readonly string[];
  /** The section that it is the heading of; null for any other line. */
  readonly chapter: Chapter | null;
}

/**
 * On which side of a row cells are blank in excess: places of merged cells, kept by some exports. FILLED where some rows
 * have figures there: those of another year, or numbers of rows.
 */
export type Spare = 'AFTER' | 'BEFORE' | 'FILLED' | 'UNKNOWN';

/** One row of a table: what it is, and the cells that follow its label. */
export interface Entry {
  /** What the row was recognized as; null for figures without a label of their own. */
  readonly term: Term | null;
  /** The printed label, pieces joined; empty where there is none. */
  readonly label: string;
  readonly cells: readonly Piece[];
  /** True where blank cells are visible as such, so that a blank one cannot shift the others. */
  readonly explicit: boolean;
  /** True where the cells could stand in more than one row: none of them is taken. */
  readonly ambiguous: boolean;
  /** Where its header says that places of merged cells are. */
  readonly spare: Spare;
  /** The header cells above it in its grid; empty outside grids. */
  readonly headers: readonly Piece[];
  /** How many blank cells are among the headers right above it; absent where that is not known. */
  readonly headerBlanks?: number;
}

/** One section's table as located. */
export interface SectionMatch {
  readonly section: Section;
  readonly form: Form;
  readonly entries: readonly Entry[];
  /** Whether its headers name columns in another order than the form does. */
  readonly reordered: boolean;
}

/** Which tables a document has, in which edition, and which lines they take. */
export interface Match {
  /** null where the section has no table. */
  readonly sections: Readonly<Record<Section, SectionMatch | null>>;
  readonly lines: readonly Line[];
  /** For each line: true where it belongs to a table. */
  readonly tabular: readonly boolean[];
}
