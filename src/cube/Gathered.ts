import type { Decimal } from 'decimal.js';
import { Exact } from '../Exact.js';
import type { Scope } from '../catalog/forms.js';
import type { Allowance } from './Allowance.js';
import type { Column } from './Column.js';
import { type Measure, signedParts } from './Measure.js';
import { safeInteger } from './safeInteger.js';
import type { Slice } from './Slice.js';
import { rowOfPart, type SliceSums } from './SliceSums.js';

/** The figures of one question that need more columns than are worth their time and memory, slice by slice. */
export class Gathered {
  /** A row is read field by field, with that of the year before. */
  #last: readonly { readonly slice: Slice; readonly sums: Column }[] = [];

  constructor(
    private readonly slices: SliceSums,
    private readonly scope: Scope,
    readonly allowance: Allowance,
  ) {}

  /** @throws RangeError where it is no safe integer */
  in(slice: Slice, measure: Measure): number {
    const sums = this.#sumsOf(slice);
    let sum = 0;
    for (const part of measure.of) sum += sums.near(rowOfPart(part));
    for (const part of measure.less) sum -= sums.near(rowOfPart(part));
    return Number.isSafeInteger(sum) ? sum : safeInteger(this.exactlyIn(slice, measure));
  }

  exactlyIn(slice: Slice, measure: Measure): Decimal {
    const sums = this.#sumsOf(slice);
    return signedParts(measure).reduce(
      (sum, [part, sign]) => sum.plus(sums.exact([rowOfPart(part)], 0, 0).times(sign)),
      new Exact(0),
    );
  }

  #sumsOf(slice: Slice): Column {
    const { cut, from, to } = slice;
    const known = this.#last.find((one) => one.slice.cut === cut && one.slice.from === from && one.slice.to === to);
    if (known !== undefined) return known.sums;
    const found = { slice, sums: this.slices.of(this.scope, slice) };
    this.#last = [found, ...this.#last.slice(0, 1)];
    return found.sums;
  }
}
