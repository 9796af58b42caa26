import { AGENCY_KIND_CODES, AGENCY_KINDS } from './agencyKinds.js';
import { APPLICANT_CODES, APPLICANTS } from './applicants.js';
import { type CatalogEntry, entryOf } from './CatalogEntry.js';
import { CAVEATS } from './caveats.js';
import { disclosureEntry, disclosureItemEntry, disclosureMeasureEntry } from './disclosureEntries.js';
import { DISCLOSURE_ITEM_CODES, DISCLOSURE_MEASURE_CODES, DISCLOSURES } from './disclosures.js';
import { dispositionEntry } from './dispositionEntry.js';
import { DISPOSITION_CODES } from './dispositions.js';
import { FINDING_CODES, FINDINGS } from './findings.js';
import { FORMS, REPORT_FORM_CODES, REPORT_FORMS } from './forms.js';
import { indicatorEntry } from './indicatorEntry.js';
import { INDICATOR_CODES } from './indicators.js';
import type { Label } from './label.js';
import { REVIEW_COLUMN_CODES, REVIEW_COLUMNS, REVIEW_TRACK_CODES, REVIEW_TRACKS } from './reviews.js';
import { UNIT_CODES, UNITS } from './units.js';

/** The entries of a list whose codes differ by their labels alone. */
const alike = <Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, Label>>,
  known: Partial<CatalogEntry> = {},
): readonly CatalogEntry[] => codes.map((code) => entryOf(code, labels[code], known));

const REVIEWS: Partial<CatalogEntry> = {
  unit: 'CASES',
  forms: FORMS,
  caveat: CAVEATS.reviews,
  additiveOverYears: true,
  comparable: true,
};

/** Every code of the API, and what a reader must know of it before figures are compared. */
export const catalog = {
  dispositions: DISPOSITION_CODES.map(dispositionEntry),
  applicants: alike(APPLICANT_CODES, APPLICANTS, { unit: 'APPLICATIONS', forms: FORMS, comparable: true }),
  disclosureItems: DISCLOSURE_ITEM_CODES.map(disclosureItemEntry),
  disclosureMeasures: DISCLOSURE_MEASURE_CODES.map(disclosureMeasureEntry),
  disclosures: DISCLOSURES.map(disclosureEntry),
  reviewTracks: alike(REVIEW_TRACK_CODES, REVIEW_TRACKS, REVIEWS),
  reviewColumns: alike(REVIEW_COLUMN_CODES, REVIEW_COLUMNS, REVIEWS),
  indicators: INDICATOR_CODES.map(indicatorEntry),
  findings: FINDING_CODES.map((code) => entryOf(code, FINDINGS[code], { severity: FINDINGS[code].severity })),
  agencyKinds: alike(AGENCY_KIND_CODES, AGENCY_KINDS),
  forms: alike(REPORT_FORM_CODES, REPORT_FORMS),
  units: alike(UNIT_CODES, UNITS),
};
