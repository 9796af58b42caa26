import { type Form, FORMS } from '../catalog/forms.js';
import type { ColumnCoverage } from '../queries/totals/groups.js';
import type { Statistic } from '../rollup/facts.js';
import type { Counter } from './CellStore.js';
import type { Figures } from './Figures.js';
import type { Measured } from './Measured.js';
import type { Population } from './Population.js';
import type { Slice } from './Slice.js';

/** A code of a table of a form, as it stands in the columns of the cube. */
export interface PrintedCode<Sum> {
  /** The fact of each column, the printed total last. */
  readonly columns: readonly ((statistic: Statistic) => number)[];
  readonly read: (measured: Measured, slice: Slice) => Sum;
  /** null: there are no parts to disagree. */
  readonly disagreeing: number | null;
  /** What counts the reports that have the table, by their form; null: all have it, in either form. */
  readonly counters: Readonly<Record<Form, Counter>> | null;
  /** The forms that print the code. */
  readonly forms: readonly Form[];
}

interface Column {
  readonly sum: Measured;
  readonly unreadable: Measured;
  readonly blank: Measured;
  readonly absent: Measured;
}

const sumIn = (counts: readonly Measured[], slice: Slice): number => {
  let sum = 0;
  for (const count of counts) sum += count.in(slice);
  return sum;
};

/** Each count is read when it is asked for: an answer has thousands of them. */
class PrintedCoverage implements ColumnCoverage {
  constructor(
    private readonly figures: PrintedFigures<unknown>,
    private readonly slice: Slice,
    private readonly column: number,
  ) {}

  get reported(): number {
    return this.figures.reported(this.slice, this.column);
  }

  get blank(): number {
    return this.figures.blank(this.slice, this.column);
  }

  get unreadable(): number {
    return this.figures.unreadable(this.slice, this.column);
  }

  /** The row is absent, or the table. */
  get absent(): number {
    const { reported, blank, unreadable, notOnForm } = this;
    return this.figures.population.counted.in(this.slice) - reported - blank - unreadable - notOnForm;
  }

  get notOnForm(): number {
    return this.figures.notOnForm(this.slice);
  }

  get expected(): number | null {
    return this.figures.population.expectedOfScope(this.slice);
  }

  get otherScope(): number {
    return this.figures.population.otherScope(this.slice);
  }
}

/** Sums of a table's printed figures. */
export class PrintedFigures<Sum> implements Figures<Sum> {
  readonly #columns: readonly Column[];
  readonly #disagreeing: Measured | null;
  readonly #printing: readonly Measured[];
  /** Reports that have the table in a form that does not print the code. */
  readonly #others: readonly Measured[];
  readonly #last: { slice: Slice | null; number: number; reported: number } = { slice: null, number: -1, reported: 0 };

  constructor(
    readonly population: Population,
    private readonly code: PrintedCode<Sum>,
  ) {
    const { columns, disagreeing, counters, forms } = code;
    this.#columns = columns.map((fact) => ({
      sum: population.measured(fact('SUM')),
      unreadable: population.measured(fact('UNREADABLE')),
      blank: population.measured(fact('BLANK')),
      absent: population.measured(fact('ABSENT')),
    }));
    this.#disagreeing = disagreeing === null ? null : population.measured(disagreeing);
    const others = FORMS.filter((form) => !forms.includes(form));
    this.#printing = counters ? forms.map((form) => population.measured(counters[form])) : [population.counted];
    this.#others = counters ? others.map((form) => population.measured(counters[form])) : [];
  }

  sum(slice: Slice, number: number): Sum | null {
    return this.reported(slice, number) === 0 ? null : this.code.read(this.#column(number).sum, slice);
  }

  total(slice: Slice): Sum | null {
    return this.sum(slice, this.#columns.length - 1);
  }

  coverage(slice: Slice, number: number): ColumnCoverage {
    return new PrintedCoverage(this, slice, number);
  }

  blank(slice: Slice, number: number): number {
    return this.#column(number).blank.in(slice);
  }

  unreadable(slice: Slice, number: number): number {
    return this.#column(number).unreadable.in(slice);
  }

  notOnForm(slice: Slice): number {
    return sumIn(this.#others, slice);
  }

  sumOfParts(slice: Slice): number | null {
    const sums = this.#columns.slice(0, -1).flatMap((_, column) => this.sum(slice, column) ?? []);
    return sums.length === 0 ? null : sums.reduce((total, sum) => total + Number(sum), 0);
  }

  disagreeing(slice: Slice): number {
    return this.#disagreeing?.in(slice) ?? 0;
  }

  /** A sum and its coverage are asked for one after the other, so what was said last is remembered. */
  reported(slice: Slice, number: number): number {
    if (slice !== this.#last.slice || number !== this.#last.number) {
      const { unreadable, blank, absent } = this.#column(number);
      const lacking = unreadable.in(slice) + blank.in(slice) + absent.in(slice);
      this.#last.slice = slice;
      this.#last.number = number;
      this.#last.reported = sumIn(this.#printing, slice) - lacking;
    }
    return this.#last.reported;
  }

  #column(number: number): Column {
    const found = this.#columns[number];
    if (found === undefined) throw new RangeError(`there are ${this.#columns.length} columns, found ${number}`);
    return found;
  }
}
