import { APPLICANT_COLUMNS } from '../catalog/applicants.js';
import { disclosureCode, printedDisclosures } from '../catalog/disclosures.js';
import { childrenOf, DISPOSITION_CODES, printedDispositions } from '../catalog/dispositions.js';
import { type Form, FORMS } from '../catalog/forms.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../catalog/reviews.js';
import { applicationFact, disclosureFact, reviewFact } from './facts.js';

/** A column of figures over the row `o`: SQL of its value and of why it has none. */
interface FigureColumn {
  readonly value: string;
  readonly unreadable: string;
  readonly blank: string;
}

/** A row of a form's table, and the first fact of a code that its figures enter: its own, or its parent's. */
interface PrintedRow {
  /** null where all forms print it. */
  readonly form: Form | null;
  /** Values of the key columns. */
  readonly row: readonly string[];
  readonly fact: number;
}

/** A table of figures: a stored row for each row of the form that is not zeros throughout. */
export interface PrintedSection {
  /** What its common table expressions begin with. */
  readonly name: string;
  readonly table: string;
  readonly keys: readonly (readonly [column: string, type: string])[];
  /** The printed total, where there is one, last. */
  readonly columns: readonly FigureColumn[];
  readonly hasParts: boolean;
  /** Columns of a report; a section that is printed alike in both editions has no form. */
  readonly form: string | null;
  readonly whole: string;
  readonly rows: readonly PrintedRow[];
}

/** A column of counts, whose row says in bits which of them have no value and why. */
const countColumn = (column: string, bit: number): FigureColumn => ({
  value: `o.${column}`,
  unreadable: `o.unreadable & ${1 << bit} <> 0`,
  blank: `o.${column} is null and (o.unreadable | o.absent) & ${1 << bit} = 0`,
});

const snakeCase = (code: string): string => code.toLowerCase();

export const APPLICATION_COLUMNS = APPLICANT_COLUMNS.map(snakeCase).map(countColumn);
export const REVIEW_COLUMNS = REVIEW_COLUMN_CODES.map(snakeCase).map(countColumn);

/** The rows that stand for a code on a form: itself where it is printed, else its children. */
const applicationRows = (form: Form): PrintedRow[] => {
  const printed = printedDispositions(form);
  return DISPOSITION_CODES.flatMap((code) => {
    const rows = printed.includes(code) ? [code] : childrenOf(code).filter((child) => printed.includes(child));
    const fact = applicationFact(code, 'NATURAL_PERSON', 'SUM');
    return rows.map((row) => ({ form, row: [row], fact }));
  });
};

/** The tables of section three, four and two. */
export const PRINTED_SECTIONS: readonly PrintedSection[] = [
  {
    name: 'application',
    table: 'application_outcome',
    keys: [['disposition', 'disposition']],
    columns: APPLICATION_COLUMNS,
    hasParts: true,
    form: 'application_form',
    whole: 'applications_whole',
    rows: FORMS.flatMap(applicationRows),
  },
  {
    name: 'review',
    table: 'review_litigation',
    keys: [['track', 'review_track']],
    columns: REVIEW_COLUMNS,
    hasParts: true,
    form: null,
    whole: 'reviews_whole',
    rows: REVIEW_TRACK_CODES.map((code) => ({ form: null, row: [code], fact: reviewFact(code, 'UPHELD', 'SUM') })),
  },
  {
    name: 'disclosure',
    table: 'proactive_disclosure',
    keys: [
      ['item', 'disclosure_item'],
      ['measure', 'disclosure_measure'],
    ],
    columns: [{ value: 'o.value', unreadable: `o.state = 'UNREADABLE'`, blank: `o.state = 'BLANK'` }],
    hasParts: false,
    form: 'disclosure_form',
    whole: 'disclosures_whole',
    rows: FORMS.flatMap((form) =>
      printedDisclosures(form).map((cell) => ({
        form,
        row: [cell.item, cell.measure],
        fact: disclosureFact(disclosureCode(cell), 'SUM'),
      })),
    ),
  },
];
