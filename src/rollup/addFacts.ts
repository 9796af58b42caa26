import { Exact } from '../Exact.js';
import { FactReader } from './FactReader.js';
import type { PackedFacts } from './PackedFacts.js';
import { packFacts } from './packFacts.js';

const EMPTY = '{}';

/** The exact sum of two amounts; texts stand for those that are no safe integers. */
function plus(one: number | string, other: number | string): number | string {
  if (typeof one === 'number' && typeof other === 'number') {
    const sum = one + other;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return new Exact(one).plus(other).toFixed();
}

/** Adds facts up, fact by fact and exactly; those that come to zero are left out. */
export function addFacts(all: readonly PackedFacts[]): PackedFacts {
  const some = all.filter(({ numbers }) => numbers !== EMPTY);
  const [only] = some;
  if (only === undefined) return { numbers: EMPTY, amounts: EMPTY };
  if (some.length === 1) return only;
  const reader = new FactReader();
  for (const { numbers, amounts } of some) reader.read(numbers, amounts);
  const { numbers, amounts, decimals } = reader.done();
  const sums = new Map<number, number | string>();
  for (const [place, number] of numbers.entries())
    sums.set(number, plus(sums.get(number) ?? 0, decimals.get(place) ?? amounts[place] ?? 0));
  return packFacts([...sums].filter(([, amount]) => amount !== 0 && amount !== '0'));
}
