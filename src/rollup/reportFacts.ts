import { Decimal } from 'decimal.js';
import { APPLICANT_COLUMNS } from '../catalog/applicants.js';
import { disclosureCode, printedDisclosures } from '../catalog/disclosures.js';
import { childrenOf, DISPOSITION_CODES, printedDispositions } from '../catalog/dispositions.js';
import type { Form } from '../catalog/forms.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../catalog/reviews.js';
import { countFacts, type FactList } from './countFacts.js';
import { applicationFact, disclosureFact, reviewFact } from './facts.js';
import { leftOutFacts } from './leftOutFacts.js';
import type { PackedFacts } from './PackedFacts.js';
import { packFacts } from './packFacts.js';
import type { StoredFigures } from './StoredFigures.js';

/** Something for each form. */
const byForm = <Value>(of: (form: Form) => Value): Readonly<Record<Form, Value>> => ({
  FORM_2019: of('FORM_2019'),
  FORM_2021: of('FORM_2021'),
});

/** An unstored cell of section two: a printed zero of a whole table, of any other not there. */
const ZERO = { value: '0', state: 'REPORTED' } as const;
const ABSENT = { value: null, state: 'ABSENT' } as const;

/** The first fact of each code of section three, and the rows of a form that stand for it: its children where it is not printed. */
const APPLICATIONS = byForm((form) => {
  const printed = new Set(printedDispositions(form));
  return DISPOSITION_CODES.map((code) => ({
    first: applicationFact(code, 'NATURAL_PERSON', 'SUM'),
    rows: printed.has(code) ? [code] : childrenOf(code).filter((child) => printed.has(child)),
  })).filter(({ rows }) => rows.length > 0);
});
const REVIEWS = REVIEW_TRACK_CODES.map((code) => ({ code, first: reviewFact(code, 'UPHELD', 'SUM') }));
const DISCLOSURES = byForm((form) =>
  printedDisclosures(form).map((cell) => ({
    code: disclosureCode(cell),
    sum: disclosureFact(disclosureCode(cell), 'SUM'),
  })),
);

function applicationFacts(facts: FactList, { forms, whole, outcomes }: StoredFigures): void {
  const form = forms.APPLICATIONS;
  if (form === null) return;
  const stored = new Map(outcomes.map((row) => [row.disposition, row]));
  const table = { whole: whole.APPLICATIONS, width: APPLICANT_COLUMNS.length };
  for (const { first, rows } of APPLICATIONS[form])
    countFacts(
      facts,
      first,
      rows.map((row) => stored.get(row)),
      table,
    );
}

function reviewFacts(facts: FactList, { whole, reviews }: StoredFigures): void {
  const table = { whole: whole.REVIEWS, width: REVIEW_COLUMN_CODES.length };
  for (const { code, first } of REVIEWS) countFacts(facts, first, [reviews.find(({ track }) => track === code)], table);
}

function disclosureFacts(facts: FactList, { forms, whole, disclosures }: StoredFigures): void {
  const form = forms.DISCLOSURES;
  if (form === null) return;
  const stored = new Map(disclosures.map((row) => [disclosureCode(row), row]));
  for (const { code, sum } of DISCLOSURES[form]) {
    const { value, state } = stored.get(code) ?? (whole.DISCLOSURES ? ZERO : ABSENT);
    if (value === null) facts.push([disclosureFact(code, state === 'REPORTED' ? 'ABSENT' : state), 1]);
    else facts.push([sum, new Decimal(value).toFixed()]);
  }
}

/**
 * What one report adds to the cell that it is counted in. It is what `COMPUTED` finds of it in the database, worked out
 * where the report is read: adding it costs a tenth of recomputing its cell.
 */
export function reportFacts(figures: StoredFigures): PackedFacts {
  const facts: FactList = [];
  applicationFacts(facts, figures);
  reviewFacts(facts, figures);
  disclosureFacts(facts, figures);
  facts.push(...leftOutFacts(figures));
  return packFacts(facts.filter(([, amount]) => amount !== '0'));
}
