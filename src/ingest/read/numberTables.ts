import type { Block } from '../types.js';
import type { LooseBlock } from './html/TableBuilder.js';

/** Numbers the grids of a document in reading order, from 1. */
export function numberTables(blocks: readonly LooseBlock[]): Block[] {
  let table = 0;
  return blocks.map((block) => (block.kind === 'grid' ? { ...block, table: ++table } : block));
}
