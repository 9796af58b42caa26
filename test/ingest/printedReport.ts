import * as fc from 'fast-check';
import { APPLICANT_CODES } from '../../src/catalog/applicants.js';
import { printedDispositions } from '../../src/catalog/dispositions.js';
import type { Form } from '../../src/catalog/forms.js';
import { placeOf, placesOf, type Place } from '../../src/catalog/places.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../../src/catalog/reviews.js';

/** A report to be printed: the text of each cell; blank where it is empty. */
export interface PrintedReport {
  readonly disclosures: Form;
  readonly applications: Form;
  readonly cells: ReadonlyMap<Place, string>;
}

export const placesOfReport = ({ disclosures, applications }: Pick<PrintedReport, 'disclosures' | 'applications'>) => [
  ...placesOf('DISCLOSURES', disclosures),
  ...placesOf('APPLICATIONS', applications),
  ...placesOf('REVIEWS', applications),
];

/** Mostly zeros, as in real reports. */
const count = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 99 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 4000 }) },
);
const money = fc.integer({ min: 0, max: 99_999_999 }).map((fen) => String(fen / 10_000));

type Numbers = ReadonlyMap<Place, number>;

/** Fills in every total of section three and four, so that all balances hold. */
function balance(form: Form, free: (place: Place) => number): Numbers {
  const cells = new Map<Place, number>();
  const set = (row: string, column: string, value: number): void =>
    void cells.set(placeOf('APPLICATIONS', row, column), value);
  const get = (row: string, column: string): number => cells.get(placeOf('APPLICATIONS', row, column)) ?? 0;
  const outcomes = printedDispositions(form).filter(
    (row) => !['RECEIVED', 'CARRIED_IN', 'TOTAL_HANDLED', 'CARRIED_OUT'].includes(row),
  );
  for (const column of APPLICANT_CODES) {
    for (const row of [...outcomes, 'CARRIED_OUT'] as const)
      set(row, column, free(placeOf('APPLICATIONS', row, column)));
    const total = outcomes.reduce((sum, row) => sum + get(row, column), 0);
    set('TOTAL_HANDLED', column, total);
    const all = total + get('CARRIED_OUT', column);
    const carried = Math.min(all, free(placeOf('APPLICATIONS', 'CARRIED_IN', column)));
    set('CARRIED_IN', column, carried);
    set('RECEIVED', column, all - carried);
  }
  for (const row of printedDispositions(form))
    set(
      row,
      'TOTAL',
      APPLICANT_CODES.reduce((sum, column) => sum + get(row, column), 0),
    );
  for (const track of REVIEW_TRACK_CODES) {
    const parts = REVIEW_COLUMN_CODES.filter((column) => column !== 'TOTAL');
    for (const column of parts) cells.set(placeOf('REVIEWS', track, column), free(placeOf('REVIEWS', track, column)));
    const sum = parts.reduce((total, column) => total + (cells.get(placeOf('REVIEWS', track, column)) ?? 0), 0);
    cells.set(placeOf('REVIEWS', track, 'TOTAL'), sum);
  }
  return cells;
}

const form = fc.constantFrom<Form>('FORM_2019', 'FORM_2021');

/** A random report in which every balance holds and nothing is blank. */
export const balancedReport: fc.Arbitrary<PrintedReport> = fc
  .record({
    disclosures: form,
    applications: form,
    numbers: fc.infiniteStream(count),
    amounts: fc.infiniteStream(money),
  })
  .map(({ disclosures, applications, numbers, amounts }) => {
    const next = (): number => numbers.next().value ?? 0;
    const cells = new Map<Place, string>();
    for (const place of placesOf('DISCLOSURES', disclosures)) {
      const isMoney = place.endsWith('AMOUNT');
      const sign = place.endsWith('/CHANGE') && next() > 50 ? '-' : '';
      const figure = String(next() + (sign === '' ? 0 : 1));
      cells.set(place, isMoney ? String(amounts.next().value) : `${sign}${figure}`);
    }
    for (const [place, value] of balance(applications, next)) cells.set(place, String(value));
    return { disclosures, applications, cells };
  });

/** The same with blank cells, as many sites print zeros. */
export const reportWithBlanks: fc.Arbitrary<PrintedReport> = fc
  .tuple(balancedReport, fc.infiniteStream(fc.integer({ min: 0, max: 9 })))
  .map(([report, dice]) => ({
    ...report,
    cells: new Map(
      [...report.cells].map(([place, text]) => [place, text === '0' && (dice.next().value ?? 0) > 3 ? '' : text]),
    ),
  }));
