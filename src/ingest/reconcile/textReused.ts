import { shareOf } from '../text/sketch.js';
import type { TextPair } from './textPairs.js';

/**
 * The share from which on a narrative is another's: nine in ten of what either says, the other says in the same words. Reports of
 * one author or on one pattern share half; below nine in ten a reader finds paragraphs of their own.
 */
const LEAST_SHARE = 0.9;

interface Reused {
  readonly pair: TextPair;
  readonly share: number;
}

const isMoreAlike = (one: Reused, other: Reused | undefined): boolean =>
  other === undefined ||
  one.share > other.share ||
  (one.share === other.share && one.pair.sortKey < other.pair.sortKey);

/** TEXT_REUSED: last year's narrative, and of other agencies' the most alike, from the least share on. */
export function textReused(pairs: readonly TextPair[]): Reused[] {
  const best = new Map<string, Reused>();
  for (const pair of pairs) {
    const reused = { pair, share: shareOf(pair.sketch, pair.otherSketch) };
    const key = `${pair.agencyId} ${pair.reportId} ${pair.of}`;
    if (reused.share >= LEAST_SHARE && isMoreAlike(reused, best.get(key))) best.set(key, reused);
  }
  return [...best.values()];
}
