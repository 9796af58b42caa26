import type { FindingCode } from '../catalog/findings.js';
import type { Form, ReportForm, Scope, ScopeBasis, Section } from '../catalog/forms.js';
import type { FigureState } from '../catalog/figureStates.js';
import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { Place } from '../catalog/places.js';

/** A document as it reached us: its bytes and where they came from. */
export interface Source {
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal sha256 of the bytes. */
  readonly sha256: string;
  readonly fileName: string | null;
  readonly url: string | null;
  /** As declared by whoever delivered it (HTTP header); null where nobody said. */
  readonly declaredType: string | null;
  readonly retrievedAt: Date;
}

/**
 * Where something stands in its document. Pages and tables count from 1, rows and columns of a table from 1; null where
 * that has no meaning. In running text (table null) the row is the line of the document, the column the character of the line.
 */
export interface Position {
  readonly page: number | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
}

/** One printed cell. `raw`: its text, white space collapsed, characters not yet repaired. */
export interface Cell extends Position {
  readonly raw: string;
}

/**
 * A cell of a grid: a spanned cell is the same object in each place it covers; its position, counted from 0, is the top
 * left of them. A place that no cell covers has spans of 0, which tells it from a blank cell.
 */
export interface GridCell {
  /** Text as printed: inner line breaks kept as \n, characters not yet repaired. */
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly page: number | null;
}

/** A rectangular table: every row has the same length. */
export interface Grid {
  readonly kind: 'grid';
  /** Number of the table in its document, from 1. */
  readonly table: number;
  readonly rows: readonly (readonly GridCell[])[];
}

/** A word where its page prints it, in points: x to the right, its base line counted downwards. */
export interface PlacedWord {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** A line or paragraph of running text outside any grid. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** Text as printed, tabs and inner blanks kept (layouts of plain text live by them), no line break inside. */
  readonly text: string;
  readonly page: number | null;
  /** 1–6 where the source marks it as a heading, else null. */
  readonly heading: number | null;
  /** Number of its line in plain text, from 1; absent where the source has no lines. */
  readonly line?: number;
  /** Its words where the page prints them; absent where the source knows no places. */
  readonly placed?: readonly PlacedWord[];
}

export type Block = Paragraph | Grid;

/** What a document says, in reading order. After this stage nobody knows HTML from PDF. */
export interface Document {
  readonly mediaType: string;
  /** Title that the container itself declares (HTML title or meta, PDF or Word properties); null where none. */
  readonly declaredTitle: string | null;
  /** Publication date that the container itself declares (meta PubDate and the like), yyyy-mm-dd; null where none. */
  readonly declaredDate: string | null;
  /** Name of the publisher that the container declares (meta ContentSource, SiteName); null where none. */
  readonly declaredPublisher: string | null;
  readonly blocks: readonly Block[];
}

/** One figure of the form. */
export interface Figure {
  readonly place: Place;
  /** Exact decimal in plain notation, money in 万元; null unless state is REPORTED. */
  readonly value: string | null;
  readonly state: FigureState;
  /** What is printed there; null where the cell was not located. */
  readonly cell: Cell | null;
}

/** One of the three tables as read. */
export interface SectionTable {
  readonly section: Section;
  /** Edition told by the headers; null where the table is not in the document. Section four is printed alike in both and has section three's. */
  readonly form: Form | null;
  /** Every cell of every row of the form was located, blank ones included. */
  readonly whole: boolean;
  /** Exactly the cells of the form (`placesOf`), in its order; empty where form is null. */
  readonly figures: readonly Figure[];
}

/** A defect of the document at hand: an address, not a sentence (that is in the catalog). */
export interface Finding {
  readonly code: FindingCode;
  /** section/row/column; null where it concerns the whole document. */
  readonly place: string | null;
  readonly raw: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
}

/** Records a defect of the document and goes on; stages never throw for one. */
export type Flag = (finding: Pick<Finding, 'code'> & Partial<Finding>) => void;

/** One of the six sections of the narrative, tables left out. */
export interface NarrativeSection {
  readonly heading: string;
  readonly text: string;
}

/** Which report this is, as far as the document (and its manifest) says. */
export interface Identity {
  readonly agencyName: string;
  /** `agencyName` without blanks and brackets, in simplified characters; what makes two names one agency. */
  readonly normalizedName: string;
  readonly kind: AgencyKind;
  /** Six digits; null while unknown or ambiguous. */
  readonly division: string | null;
  /** Host name of the source's address; null where it has none. */
  readonly site: string | null;
  readonly year: number;
  readonly scope: Scope;
  readonly scopeBasis: ScopeBasis;
  /** null where none is printed. */
  readonly title: string | null;
  /** yyyy-mm-dd, the printed calendar day. */
  readonly publishedOn: string | null;
}

/** A report as read from one document: what `store` takes. */
export interface Report {
  readonly source: Source;
  readonly mediaType: string;
  readonly identity: Identity;
  readonly form: ReportForm;
  readonly tables: Readonly<Record<Section, SectionTable>>;
  readonly narrative: readonly NarrativeSection[];
  readonly findings: readonly Finding[];
  readonly checks: { readonly passed: number; readonly failed: number; readonly skipped: number };
}

/** Why a document was refused (domain: reasons of refusal). */
export const REASONS = [
  'UNSUPPORTED_MEDIA',
  'UNREADABLE',
  'NO_TEXT_LAYER',
  'NOT_A_REPORT',
  'OLD_FORM',
  'NO_TABLE',
  'FORM_UNKNOWN',
  'AGENCY_UNKNOWN',
  'YEAR_UNKNOWN',
  'LIMIT_EXCEEDED',
] as const;
export type Reason = (typeof REASONS)[number];
