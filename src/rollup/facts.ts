import { createHash } from 'node:crypto';
import { APPLICANT_COLUMNS, type ApplicantColumn } from '../catalog/applicants.js';
import { type DisclosureCode, disclosureCode, DISCLOSURES } from '../catalog/disclosures.js';
import { type Disposition, DISPOSITION_CODES } from '../catalog/dispositions.js';
import { type Indicator, INDICATOR_CODES } from '../catalog/indicators.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES, type ReviewColumn, type ReviewTrack } from '../catalog/reviews.js';

/** What a cell of totals knows about the figures of one code in one column; of a sum its value, else numbers of reports. */
export const STATISTICS = ['SUM', 'UNREADABLE', 'BLANK', 'ABSENT'] as const;
export type Statistic = (typeof STATISTICS)[number];

/**
 * What a cell knows about an indicator: the figures that are printed in reports that do not enter for want of another
 * one, to be taken off the sums of its operands, and how many such reports there are, by what they lack.
 */
export const INDICATOR_STATISTICS = [
  'LEFT_OUT_NUMERATOR',
  'LEFT_OUT_DENOMINATOR',
  'UNREADABLE',
  'BLANK',
  'ABSENT',
] as const;
export type IndicatorStatistic = (typeof INDICATOR_STATISTICS)[number];

const printed = (columns: readonly string[]): readonly string[] =>
  STATISTICS.flatMap((statistic) => columns.map((column) => `${column}/${statistic}`));
const withParts = (columns: readonly string[]): readonly string[] => [...printed(columns), 'DISAGREEING'];

/** The one column of section two. */
const DISCLOSURE_COLUMNS = ['VALUE'] as const;

const SECTIONS: readonly (readonly [section: string, codes: readonly string[], names: readonly string[]])[] = [
  ['APPLICATIONS', DISPOSITION_CODES, withParts(APPLICANT_COLUMNS)],
  ['REVIEWS', REVIEW_TRACK_CODES, withParts(REVIEW_COLUMN_CODES)],
  ['DISCLOSURES', DISCLOSURES.map(disclosureCode), printed(DISCLOSURE_COLUMNS)],
  ['INDICATORS', INDICATOR_CODES, INDICATOR_STATISTICS],
];

/**
 * The names of all facts that a cell may hold, e.g. `APPLICATIONS/NOT_HELD/TOTAL/SUM`. The number of a fact, by which
 * it is stored, is its place in this list; facts of one code follow each other.
 */
export const FACTS: readonly string[] = SECTIONS.flatMap(([section, codes, names]) =>
  codes.flatMap((code) => names.map((name) => `${section}/${code}/${name}`)),
);

const NUMBERS = new Map(FACTS.map((name, number) => [name, number]));
function numberOf(name: string): number {
  const number = NUMBERS.get(name);
  if (number === undefined) throw new RangeError(`no cell holds ${name}`);
  return number;
}

export const applicationFact = (code: Disposition, column: ApplicantColumn, statistic: Statistic): number =>
  numberOf(`APPLICATIONS/${code}/${column}/${statistic}`);
export const reviewFact = (code: ReviewTrack, column: ReviewColumn, statistic: Statistic): number =>
  numberOf(`REVIEWS/${code}/${column}/${statistic}`);
export const disclosureFact = (code: DisclosureCode, statistic: Statistic): number =>
  numberOf(`DISCLOSURES/${code}/VALUE/${statistic}`);
export const indicatorFact = (code: Indicator, statistic: IndicatorStatistic): number =>
  numberOf(`INDICATORS/${code}/${statistic}`);
/** Reports that print all columns and whose parts do not add up to the last. */
export const disagreeingFact = (code: Disposition | ReviewTrack): number => {
  const section = REVIEW_TRACK_CODES.some((track) => track === code) ? 'REVIEWS' : 'APPLICATIONS';
  return numberOf(`${section}/${code}/DISAGREEING`);
};

/** Counted up where a fact comes to mean something else under the same name, or more is kept beside them. */
const MEANING = 2;

/** Names the numbering and meaning of facts: cells of another edition are made anew. */
export const FACTS_EDITION = createHash('sha256')
  .update(`${MEANING}\n${FACTS.join('\n')}`)
  .digest('hex');
