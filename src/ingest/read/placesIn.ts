import { Refusal } from '../Refusal.js';
import type { LooseBlock } from './html/TableBuilder.js';
import { LIMITS } from './limits.js';

/** How many places a table has, each that a merged cell covers counted; of other blocks 0. */
export const placesOf = (block: LooseBlock): number =>
  block.kind === 'grid' ? block.rows.length * (block.rows[0]?.length ?? 0) : 0;

/**
 * How many places the tables among blocks have together with those before them.
 * @param before those of the document's tables before them
 * @throws Refusal LIMIT_EXCEEDED where they are too many together
 */
export function placesIn(blocks: readonly LooseBlock[], before: number): number {
  const places = blocks.reduce((sum, block) => sum + placesOf(block), before);
  if (places > LIMITS.cells) throw new Refusal('LIMIT_EXCEEDED', `tables of over ${LIMITS.cells} places together`);
  return places;
}
