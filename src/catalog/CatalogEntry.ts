import type { Severity } from './findings.js';
import type { ReportForm } from './forms.js';
import type { Label } from './label.js';
import type { Unit } from './units.js';

/** One code, and what a reader must know of it; null where that says nothing about a code of its kind. */
export interface CatalogEntry {
  readonly code: string;
  readonly label: Label;
  readonly unit: Unit | null;
  /** The forms that print it, or its children. */
  readonly forms: readonly ReportForm[] | null;
  readonly parent: string | null;
  /** In codes. */
  readonly formula: string | null;
  readonly caveat: Label | null;
  /** False for stocks. */
  readonly additiveOverYears: boolean | null;
  /** Whether its figures of both forms are one series. */
  readonly comparable: boolean | null;
  readonly severity: Severity | null;
}

const NOTHING: Omit<CatalogEntry, 'code' | 'label'> = {
  unit: null,
  forms: null,
  parent: null,
  formula: null,
  caveat: null,
  additiveOverYears: null,
  comparable: null,
  severity: null,
};

/** The entry of a code with what is known of it; all else is null. */
export const entryOf = (code: string, { zh, en }: Label, known: Partial<CatalogEntry> = {}): CatalogEntry => ({
  ...NOTHING,
  code,
  label: { zh, en },
  ...known,
});
