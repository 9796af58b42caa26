/**
 * The codes of a division, given as an expression, and of all below it, as an array: it is made once for each, and
 * agencies are then found by the index of their division.
 */
export const divisionsBelow = (code: string): string =>
  `array(select below.code from division as below where below.lineage @> array[${code}])`;

/** Likewise of several divisions, given as an array of codes. */
export const divisionsBelowAny = (codes: string): string =>
  `array(select below.code from division as below where below.lineage && ${codes})`;
