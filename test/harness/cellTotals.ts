import { Decimal } from 'decimal.js';
import { type ApplicantColumn, APPLICANT_COLUMNS } from '../../src/catalog/applicants.js';
import { type DisclosureCode, disclosureOf, formsOfDisclosure } from '../../src/catalog/disclosures.js';
import { childrenOf, type Disposition, printedDispositions } from '../../src/catalog/dispositions.js';
import { type Form, FORMS } from '../../src/catalog/forms.js';
import { type Indicator, operandsOf } from '../../src/catalog/indicators.js';
import { REVIEW_COLUMN_CODES, type ReviewTrack } from '../../src/catalog/reviews.js';
import {
  applicationFact,
  disagreeingFact,
  disclosureFact,
  indicatorFact,
  reviewFact,
  type Statistic,
} from '../../src/rollup/facts.js';
import type { Facts } from '../../src/rollup/FactReader.js';
import type { Cell } from '../../src/rollup/readTotals.js';

/** Reads totals of several cells together, as a reader of the tables would: what the statements over rows must agree with. */
export class CellTotals {
  readonly #amounts = new Map<number, Decimal>();
  readonly #forms: Record<'disclosures' | 'applications', Record<Form, number>>;
  readonly counted: number;

  constructor(cells: readonly Cell[], { numbers, amounts, decimals }: Facts) {
    for (const { from, to } of cells)
      for (let place = from; place < to; place++) {
        const fact = numbers[place] ?? Number.NaN;
        this.#amounts.set(fact, this.#of(fact).plus(decimals.get(place) ?? amounts[place] ?? Number.NaN));
      }
    const sum = (of: (cell: Cell) => number): number => cells.reduce((total, cell) => total + of(cell), 0);
    this.counted = sum(({ counted }) => counted);
    this.#forms = {
      disclosures: { FORM_2019: sum((cell) => cell.disclosures2019), FORM_2021: sum((cell) => cell.disclosures2021) },
      applications: {
        FORM_2019: sum((cell) => cell.applications2019),
        FORM_2021: sum((cell) => cell.applications2021),
      },
    };
  }

  #of(fact: number): Decimal {
    return this.#amounts.get(fact) ?? new Decimal(0);
  }

  /** `sum/reported/blank/unreadable/absent/notOnForm` of a column, the sum null where none is reported. */
  #column(fact: (statistic: Statistic) => number, printing: number, withTable: number): string {
    const of = (statistic: Statistic): number => this.#of(fact(statistic)).toNumber();
    const [unreadable, blank, absent] = [of('UNREADABLE'), of('BLANK'), of('ABSENT')];
    const reported = printing - unreadable - blank - absent;
    const sum = reported === 0 ? null : this.#of(fact('SUM')).toFixed();
    return [sum, reported, blank, unreadable, absent + this.counted - withTable, withTable - printing].join('/');
  }

  #withTable(section: 'disclosures' | 'applications', forms: readonly Form[] = FORMS): number {
    return forms.reduce((sum, form) => sum + this.#forms[section][form], 0);
  }

  applications(code: Disposition): string[] {
    const printing = FORMS.filter((form) =>
      [code, ...childrenOf(code)].some((row) => printedDispositions(form).includes(row)),
    );
    const on = this.#withTable('applications', printing);
    const column = (name: ApplicantColumn): string =>
      this.#column((of) => applicationFact(code, name, of), on, this.#withTable('applications'));
    return [...APPLICANT_COLUMNS.map(column), this.#parts(APPLICANT_COLUMNS.map(column), disagreeingFact(code))];
  }

  reviews(code: ReviewTrack): string[] {
    const columns = REVIEW_COLUMN_CODES.map((name) =>
      this.#column((of) => reviewFact(code, name, of), this.counted, this.counted),
    );
    return [...columns, this.#parts(columns, disagreeingFact(code))];
  }

  disclosures(code: DisclosureCode): string[] {
    const on = this.#withTable('disclosures', formsOfDisclosure(disclosureOf(code)));
    return [this.#column((of) => disclosureFact(code, of), on, this.#withTable('disclosures'))];
  }

  /** `numerator/denominator/reported/blank/unreadable/absent`. */
  indicator(code: Indicator): string[] {
    const left = (name: Parameters<typeof indicatorFact>[1]): Decimal => this.#of(indicatorFact(code, name));
    const [unreadable, blank, absent] = [left('UNREADABLE'), left('BLANK'), left('ABSENT')];
    const reported = this.counted - unreadable.plus(blank).plus(absent).toNumber();
    const sum = (inNumerator: boolean): Decimal =>
      operandsOf(code)
        .filter((entry) => entry.inNumerator === inNumerator)
        .reduce((total, { operand }) => {
          const fact =
            'row' in operand
              ? applicationFact(operand.row, 'TOTAL', 'SUM')
              : reviewFact(operand.track, operand.column, 'SUM');
          return total.plus(this.#of(fact));
        }, new Decimal(0));
    const numerator = reported === 0 ? null : sum(true).minus(left('LEFT_OUT_NUMERATOR')).toFixed();
    const denominator = reported === 0 ? null : sum(false).minus(left('LEFT_OUT_DENOMINATOR')).toFixed();
    return [[numerator, denominator, reported, blank, unreadable, absent].join('/')];
  }

  /** Sum of all columns but the last, null where none of them is reported, and how many reports disagree. */
  #parts(columns: readonly string[], disagreeing: number): string {
    const sums = columns.slice(0, -1).flatMap((column) => {
      const [sum = 'null'] = column.split('/');
      return sum === '' ? [] : [sum];
    });
    const parts = sums.length === 0 ? null : sums.reduce((total, sum) => total.plus(sum), new Decimal(0)).toFixed();
    return `${parts} ${this.#of(disagreeing).toFixed()}`;
  }
}
