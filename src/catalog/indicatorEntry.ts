import { type CatalogEntry, entryOf } from './CatalogEntry.js';
import { CAVEATS, joinCaveats } from './caveats.js';
import { FORMS } from './forms.js';
import { type Indicator, INDICATORS, isStockIndicator, type Operand, operandsOf } from './indicators.js';

const operandCode = (operand: Operand): string =>
  'row' in operand ? operand.row : `${operand.track}/${operand.column}`;

/** A sum in codes, in brackets where it has several parts. */
const sumOf = (operands: readonly Operand[]): string =>
  operands.length === 1 ? operands.map(operandCode).join('') : `(${operands.map(operandCode).join(' + ')})`;

/** A rate, with its formula in codes. */
export function indicatorEntry(code: Indicator): CatalogEntry {
  const operands = operandsOf(code);
  const stock = isStockIndicator(code);
  const side = (wanted: boolean): string =>
    sumOf(operands.filter(({ inNumerator }) => inNumerator === wanted).map(({ operand }) => operand));
  return entryOf(code, INDICATORS[code], {
    unit: 'FRACTION',
    formula: `${side(true)} / ${side(false)}`,
    forms: FORMS,
    additiveOverYears: !stock,
    comparable: true,
    caveat: joinCaveats(
      stock && CAVEATS.stock,
      operands.some(({ operand }) => 'track' in operand) && CAVEATS.reviews,
      CAVEATS.rate,
    ),
  });
}
