import type { Form, ReportForm, Section } from '../../catalog/forms.js';
import type { PackedFacts } from '../../rollup/PackedFacts.js';
import type { FigureLines } from './figureLines.js';
import type { ManifestEntry } from '../manifest/ManifestEntry.js';
import type { Finding, Identity, Report, Source } from '../types.js';

/** A report made ready for writing where it was read, in plain values that pass between threads. */
export interface Prepared {
  readonly source: Omit<Source, 'bytes'>;
  /** Number of bytes of the document. */
  readonly bytes: number;
  /** The bytes, compressed with Brotli. */
  readonly content: Uint8Array;
  readonly mediaType: string;
  readonly manifest: ManifestEntry | null;
  readonly identity: Identity;
  readonly form: ReportForm;
  readonly forms: Readonly<Record<Section, Form | null>>;
  readonly whole: Readonly<Record<Section, boolean>>;
  readonly checks: Report['checks'];
  readonly fingerprint: string;
  /** Which report this is by what the document says, whatever was decided of it (`readingOf`). */
  readonly reading: string;
  readonly figures: FigureLines;
  /** What it adds to the totals of its place, year and scope. */
  readonly facts: PackedFacts;
  /** The sections as JSON. */
  readonly narrative: string;
  /** `sketchOf` the narrative; null for a short one. */
  readonly sketch: Uint8Array | null;
  /** `packCells` of the tables. */
  readonly cells: Uint8Array;
  readonly findings: readonly Finding[];
}
