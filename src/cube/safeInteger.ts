import type { Decimal } from 'decimal.js';

/** An exact sum as a number. @throws RangeError where it is none of the safe integers */
export function safeInteger(sum: Decimal): number {
  const value = sum.toNumber();
  if (!Number.isSafeInteger(value)) throw new RangeError(`${sum.toFixed()} is beyond the safe integers`);
  return value;
}
