import { APPLICANT_COLUMNS } from '../catalog/applicants.js';
import { disclosureOf, formsOfDisclosure } from '../catalog/disclosures.js';
import { childrenOf, printedDispositions } from '../catalog/dispositions.js';
import { type Form, FORMS } from '../catalog/forms.js';
import { REVIEW_COLUMN_CODES } from '../catalog/reviews.js';
import { applicationFact, disagreeingFact, disclosureFact, reviewFact } from '../rollup/facts.js';
import type { TotalKind, TotalKinds } from '../totals/TotalsSource.js';
import type { Counter } from './CellStore.js';
import type { Figures } from './Figures.js';
import type { Measured } from './Measured.js';
import type { Population } from './Population.js';
import { PrintedFigures } from './PrintedFigures.js';
import { RateFigures } from './RateFigures.js';
import type { Slice } from './Slice.js';

/** Counters of the reports that have a table, by the form they have it in. */
type FormCounters = Readonly<Record<Form, Counter>>;

const APPLICATIONS: FormCounters = { FORM_2019: 'applications2019', FORM_2021: 'applications2021' };
const DISCLOSURES: FormCounters = { FORM_2019: 'disclosures2019', FORM_2021: 'disclosures2021' };

const whole = (measured: Measured, slice: Slice): number => measured.in(slice);

export type FiguresOf = {
  readonly [Kind in TotalKind]: (
    population: Population,
    code: TotalKinds[Kind]['code'],
  ) => Figures<TotalKinds[Kind]['sum']>;
};

/** How a code of each kind of totals is read from the cube. */
export const FIGURES_OF: FiguresOf = {
  /** Seven columns in printed order, 总计 last. */
  applications: (population, code) =>
    new PrintedFigures(population, {
      columns: APPLICANT_COLUMNS.map((column) => (statistic) => applicationFact(code, column, statistic)),
      read: whole,
      disagreeing: disagreeingFact(code),
      counters: APPLICATIONS,
      // A parent stands where any of its children does.
      forms: FORMS.filter((form) => [code, ...childrenOf(code)].some((row) => printedDispositions(form).includes(row))),
    }),
  /** One column, an exact decimal. */
  disclosures: (population, code) =>
    new PrintedFigures(population, {
      columns: [(statistic) => disclosureFact(code, statistic)],
      read: (measured, slice) => measured.exactlyIn(slice),
      disagreeing: null,
      counters: DISCLOSURES,
      forms: formsOfDisclosure(disclosureOf(code)),
    }),
  /** Five columns in printed order, 总计 last. */
  reviews: (population, code) =>
    new PrintedFigures(population, {
      columns: REVIEW_COLUMN_CODES.map((column) => (statistic) => reviewFact(code, column, statistic)),
      read: whole,
      disagreeing: disagreeingFact(code),
      counters: null,
      forms: FORMS,
    }),
  /** Numerator and denominator. */
  indicators: (population, code) => new RateFigures(population, code),
};
