import { INDICATOR_CODES, operandsOf, type Operand } from '../catalog/indicators.js';
import { APPLICANT_COLUMNS } from '../catalog/applicants.js';
import { REVIEW_COLUMN_CODES } from '../catalog/reviews.js';
import { type FactList, isBlank, isUnreadable } from './countFacts.js';
import { indicatorFact, INDICATOR_STATISTICS } from './facts.js';
import type { StoredCounts, StoredFigures } from './StoredFigures.js';

/** The figure that an operand stands for. */
interface Entering {
  readonly value: number | null;
  readonly isUnreadable: boolean;
  readonly isBlank: boolean;
}

const TOTAL = APPLICANT_COLUMNS.length - 1;

const INDICATORS = INDICATOR_CODES.map((code) => ({
  first: indicatorFact(code, INDICATOR_STATISTICS[0]),
  operands: operandsOf(code),
}));

const NUMERATOR = INDICATOR_STATISTICS.indexOf('LEFT_OUT_NUMERATOR');
const DENOMINATOR = INDICATOR_STATISTICS.indexOf('LEFT_OUT_DENOMINATOR');
const UNREADABLE = INDICATOR_STATISTICS.indexOf('UNREADABLE');
const BLANK = INDICATOR_STATISTICS.indexOf('BLANK');
const ABSENT = INDICATOR_STATISTICS.indexOf('ABSENT');

/** The place in `INDICATOR_STATISTICS` of why a report does not enter. */
function lack(operands: readonly Entering[]): number {
  if (operands.some(({ isUnreadable }) => isUnreadable)) return UNREADABLE;
  return operands.some(({ isBlank }) => isBlank) ? BLANK : ABSENT;
}

/** An unstored row of a whole table is printed zeros, of any other not there. */
const entering = (row: StoredCounts | undefined, column: number, whole: boolean): Entering =>
  row === undefined
    ? { value: whole ? 0 : null, isUnreadable: false, isBlank: false }
    : {
        value: row.values[column] ?? null,
        isUnreadable: isUnreadable(row, column),
        isBlank: isBlank(row, column),
      };

function operandIn({ whole, outcomes, reviews }: StoredFigures): (operand: Operand) => Entering {
  const rows = new Map(outcomes.map((row) => [row.disposition, row]));
  const tracks = new Map(reviews.map((row) => [row.track, row]));
  return (operand) =>
    'row' in operand
      ? entering(rows.get(operand.row), TOTAL, whole.APPLICATIONS)
      : entering(tracks.get(operand.track), REVIEW_COLUMN_CODES.indexOf(operand.column), whole.REVIEWS);
}

const lacksNothing = ({ whole, outcomes, reviews }: StoredFigures): boolean =>
  whole.APPLICATIONS && whole.REVIEWS && ![...outcomes, ...reviews].some(({ values }) => values.includes(null));

/**
 * What one report that does not enter an indicator, for want of an operand, adds to its facts, in the order of
 * `INDICATOR_STATISTICS`: the same as `INDICATOR_FACTS` finds in the database.
 */
export function leftOutFacts(figures: StoredFigures): FactList {
  if (lacksNothing(figures)) return [];
  const figureOf = operandIn(figures);
  return INDICATORS.flatMap(({ first, operands }): FactList => {
    const entered = operands.map(({ operand, inNumerator }) => ({ ...figureOf(operand), inNumerator }));
    if (entered.every(({ value }) => value !== null)) return [];
    const sum = (numerator: boolean): number =>
      entered.reduce((all, { value, inNumerator }) => all + (inNumerator === numerator ? (value ?? 0) : 0), 0);
    const facts: FactList = [
      [first + NUMERATOR, sum(true)],
      [first + DENOMINATOR, sum(false)],
      [first + lack(entered), 1],
    ];
    return facts.filter(([, amount]) => amount !== 0);
  });
}
