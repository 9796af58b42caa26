import { type Indicator, operandsOf } from '../catalog/indicators.js';
import type { ColumnCoverage } from '../queries/totals/groupRows.js';
import { applicationFact, indicatorFact, reviewFact } from '../rollup/facts.js';
import type { Figures } from './Figures.js';
import type { Measured } from './Measured.js';
import type { Population } from './Population.js';
import type { Slice } from './Slice.js';

/** The facts of the printed operands above or below the line. */
const operandFacts = (code: Indicator, above: boolean): readonly number[] =>
  operandsOf(code)
    .filter(({ inNumerator }) => inNumerator === above)
    .map(({ operand }) =>
      'row' in operand
        ? applicationFact(operand.row, 'TOTAL', 'SUM')
        : reviewFact(operand.track, operand.column, 'SUM'),
    );

/** The numerator (column 0) and denominator (1) of an indicator, over the reports that print every operand. */
export class RateFigures implements Figures<number> {
  readonly #parts: readonly Measured[];
  readonly #reported: Measured;
  readonly #unreadable: Measured;
  readonly #blank: Measured;
  readonly #absent: Measured;

  constructor(
    private readonly population: Population,
    code: Indicator,
  ) {
    this.#parts = [
      population.measured(operandFacts(code, true), [indicatorFact(code, 'LEFT_OUT_NUMERATOR')]),
      population.measured(operandFacts(code, false), [indicatorFact(code, 'LEFT_OUT_DENOMINATOR')]),
    ];
    const unreadable = indicatorFact(code, 'UNREADABLE');
    const blank = indicatorFact(code, 'BLANK');
    const absent = indicatorFact(code, 'ABSENT');
    this.#unreadable = population.measured(unreadable);
    this.#blank = population.measured(blank);
    this.#absent = population.measured(absent);
    this.#reported = population.measured('counted', [unreadable, blank, absent]);
  }

  sum(slice: Slice, column: number): number | null {
    return this.#reported.in(slice) === 0 ? null : (this.#parts[column]?.in(slice) ?? null);
  }

  total(): null {
    return null;
  }

  coverage(slice: Slice): ColumnCoverage {
    return {
      reported: this.#reported.in(slice),
      blank: this.#blank.in(slice),
      unreadable: this.#unreadable.in(slice),
      absent: this.#absent.in(slice),
      notOnForm: 0,
      expected: this.population.expectedOfScope(slice),
      otherScope: this.population.otherScope(slice),
    };
  }

  sumOfParts(): null {
    return null;
  }

  disagreeing(): number {
    return 0;
  }
}
