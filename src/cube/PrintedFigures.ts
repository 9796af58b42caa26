import { type Form, FORMS } from '../catalog/forms.js';
import type { ColumnCoverage } from '../queries/totals/groupRows.js';
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
  readonly reported: Measured;
  readonly unreadable: Measured;
  readonly blank: Measured;
}

/** Each count is read when it is asked for: an answer has thousands of them. */
class PrintedCoverage implements ColumnCoverage {
  constructor(
    private readonly figures: PrintedFigures<unknown>,
    private readonly column: Column,
    private readonly slice: Slice,
  ) {}

  get reported(): number {
    return this.column.reported.in(this.slice);
  }

  get blank(): number {
    return this.column.blank.in(this.slice);
  }

  get unreadable(): number {
    return this.column.unreadable.in(this.slice);
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
  /** Reports that have the table in a form that does not print the code; null: there are none. */
  readonly #others: Measured | null;

  constructor(
    readonly population: Population,
    private readonly code: PrintedCode<Sum>,
  ) {
    const { columns, disagreeing, counters, forms } = code;
    const printing = counters ? forms.map((form) => counters[form]) : 'counted';
    this.#columns = columns.map((fact) => ({
      sum: population.measured(fact('SUM')),
      reported: population.measured(printing, [fact('UNREADABLE'), fact('BLANK'), fact('ABSENT')]),
      unreadable: population.measured(fact('UNREADABLE')),
      blank: population.measured(fact('BLANK')),
    }));
    this.#disagreeing = disagreeing === null ? null : population.measured(disagreeing);
    const others = FORMS.filter((form) => !forms.includes(form));
    this.#others = counters && others.length > 0 ? population.measured(others.map((form) => counters[form])) : null;
  }

  sum(slice: Slice, number: number): Sum | null {
    const { reported, sum } = this.#column(number);
    return reported.in(slice) === 0 ? null : this.code.read(sum, slice);
  }

  total(slice: Slice): Sum | null {
    return this.sum(slice, this.#columns.length - 1);
  }

  coverage(slice: Slice, number: number): ColumnCoverage {
    return new PrintedCoverage(this, this.#column(number), slice);
  }

  notOnForm(slice: Slice): number {
    return this.#others?.in(slice) ?? 0;
  }

  sumOfParts(slice: Slice): number | null {
    const sums = this.#columns.slice(0, -1).flatMap((_, column) => this.sum(slice, column) ?? []);
    return sums.length === 0 ? null : sums.reduce((total, sum) => total + Number(sum), 0);
  }

  disagreeing(slice: Slice): number {
    return this.#disagreeing?.in(slice) ?? 0;
  }

  #column(number: number): Column {
    const found = this.#columns[number];
    if (found === undefined) throw new RangeError(`there are ${this.#columns.length} columns, found ${number}`);
    return found;
  }
}
