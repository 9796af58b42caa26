import type { PackedFacts } from './PackedFacts.js';

/** Packs facts in any order, none of them twice. */
export function packFacts(facts: readonly (readonly [number: number, amount: number | string])[]): PackedFacts {
  const sorted = facts.toSorted(([one], [other]) => one - other);
  return {
    numbers: `{${sorted.map(([number]) => number).join(',')}}`,
    amounts: `{${sorted.map(([, amount]) => amount).join(',')}}`,
  };
}
