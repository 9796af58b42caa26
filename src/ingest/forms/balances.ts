import { APPLICANT_CODES, APPLICANT_COLUMNS, type ApplicantColumn } from '../../catalog/applicants.js';
import { printedDispositions, type Disposition } from '../../catalog/dispositions.js';
import type { FindingCode } from '../../catalog/findings.js';
import { FORMS, type Form } from '../../catalog/forms.js';
import { placeOf, type Place } from '../../catalog/places.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../../catalog/reviews.js';

/** Two sums of figures that are equal in a sound report (勾稽关系). */
export interface Balance {
  readonly code: FindingCode;
  /** The column or the row it is about: APPLICATIONS//BUSINESS, APPLICATIONS/NOT_HELD, REVIEWS/RECONSIDERATION. */
  readonly place: string;
  readonly left: readonly Place[];
  readonly right: readonly Place[];
}

const INTAKE: readonly Disposition[] = ['RECEIVED', 'CARRIED_IN'];
const OUTFLOW: readonly Disposition[] = ['TOTAL_HANDLED', 'CARRIED_OUT'];

const cell = (row: Disposition, column: ApplicantColumn): Place => placeOf('APPLICATIONS', row, column);

/** 新收 + 上年结转 = 总计 + 结转下年度, for a column. */
const intake = (column: ApplicantColumn): Balance => ({
  code: 'INTAKE_BALANCE',
  place: `APPLICATIONS//${column}`,
  left: INTAKE.map((row) => cell(row, column)),
  right: OUTFLOW.map((row) => cell(row, column)),
});

/** All outcomes that the form prints add up to 总计, for a column. */
const outcome = (form: Form, column: ApplicantColumn): Balance => ({
  code: 'OUTCOME_BALANCE',
  place: `APPLICATIONS//${column}`,
  left: printedDispositions(form)
    .filter((row) => !INTAKE.includes(row) && !OUTFLOW.includes(row))
    .map((row) => cell(row, column)),
  right: [cell('TOTAL_HANDLED', column)],
});

/** The six kinds of applicants add up to 总计, for a row. */
const applicants = (row: Disposition): Balance => ({
  code: 'APPLICANT_BALANCE',
  place: `APPLICATIONS/${row}`,
  left: APPLICANT_CODES.map((column) => cell(row, column)),
  right: [cell(row, 'TOTAL')],
});

const REVIEWS: readonly Balance[] = REVIEW_TRACK_CODES.map((track) => ({
  code: 'REVIEW_BALANCE',
  place: `REVIEWS/${track}`,
  left: REVIEW_COLUMN_CODES.filter((column) => column !== 'TOTAL').map((column) => placeOf('REVIEWS', track, column)),
  right: [placeOf('REVIEWS', track, 'TOTAL')],
}));

const balances = (form: Form): readonly Balance[] => [
  ...APPLICANT_COLUMNS.map(intake),
  ...APPLICANT_COLUMNS.map((column) => outcome(form, column)),
  ...printedDispositions(form).map(applicants),
  ...REVIEWS,
];
const BALANCES: ReadonlyMap<Form, readonly Balance[]> = new Map(FORMS.map((form) => [form, balances(form)]));

/** The balances of a form (that of section three): 40 for 2019, 42 for 2021. Source: domain, section 3. */
export const balancesOf = (form: Form): readonly Balance[] => BALANCES.get(form) ?? [];
