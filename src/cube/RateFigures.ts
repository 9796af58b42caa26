import { type Indicator, operandsOf } from '../catalog/indicators.js';
import type { ColumnCoverage } from '../queries/totals/groups.js';
import { applicationFact, indicatorFact, reviewFact } from '../rollup/facts.js';
import type { Figures } from './Figures.js';
import type { Measured } from './Measured.js';
import type { Population } from './Population.js';
import type { Slice } from './Slice.js';

/** The numerator (column 0) and denominator (1) of an indicator, over the reports that print every operand. */
export class RateFigures implements Figures<number> {
  readonly #parts: readonly { readonly operands: readonly Measured[]; readonly leftOut: Measured }[];
  readonly #unreadable: Measured;
  readonly #blank: Measured;
  readonly #absent: Measured;

  constructor(
    private readonly population: Population,
    code: Indicator,
  ) {
    this.#parts = [true, false].map((isNumerator) => ({
      operands: operandsOf(code)
        .filter(({ inNumerator }) => inNumerator === isNumerator)
        .map(({ operand }) =>
          population.measured(
            'row' in operand
              ? applicationFact(operand.row, 'TOTAL', 'SUM')
              : reviewFact(operand.track, operand.column, 'SUM'),
          ),
        ),
      leftOut: population.measured(indicatorFact(code, isNumerator ? 'LEFT_OUT_NUMERATOR' : 'LEFT_OUT_DENOMINATOR')),
    }));
    this.#unreadable = population.measured(indicatorFact(code, 'UNREADABLE'));
    this.#blank = population.measured(indicatorFact(code, 'BLANK'));
    this.#absent = population.measured(indicatorFact(code, 'ABSENT'));
  }

  sum(slice: Slice, column: number): number | null {
    const part = this.#parts[column];
    if (part === undefined || this.#reported(slice) === 0) return null;
    return part.operands.reduce((sum, operand) => sum + operand.in(slice), -part.leftOut.in(slice));
  }

  total(): null {
    return null;
  }

  coverage(slice: Slice): ColumnCoverage {
    return {
      reported: this.#reported(slice),
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

  #reported(slice: Slice): number {
    return (
      this.population.counted.in(slice) - this.#unreadable.in(slice) - this.#blank.in(slice) - this.#absent.in(slice)
    );
  }
}
