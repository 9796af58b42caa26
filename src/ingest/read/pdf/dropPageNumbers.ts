import type { PageBlock } from './layPage.js';

/** - 3 - · — 3 — · 第3页 · 第 3 页 共 9 页 · 3/9 */
const MARKED =
  /^(?:[-—–－‐―一]+ ?\d{1,3} ?[-—–－‐―一]+|第 ?\d{1,3} ?页[,，/ ]*(?:共 ?\d{1,3} ?页)?|\d{1,3} ?\/ ?\d{1,3})$/;

/**
 * A page without its number, which would part a table that runs over the page break. A bare figure is dropped only
 * where it is the page's own number, apart from all else on the page: it might be a value.
 */
export function dropPageNumbers(blocks: readonly PageBlock[]): PageBlock[] {
  return blocks.filter((block, index) => {
    if (block.kind === 'table' || (index > 0 && index < blocks.length - 1)) return true;
    const text = block.line.text.trim().replaceAll(/ +/g, ' ');
    if (MARKED.test(text)) return false;
    return !(text === String(block.page) && isApart(block, blocks[index === 0 ? 1 : index - 1]));
  });
}

function isApart(block: PageBlock, neighbor: PageBlock | undefined): boolean {
  if (block.kind === 'table' || neighbor?.kind !== 'line') return true;
  return Math.abs(block.line.baseline - neighbor.line.baseline) > 2.5 * block.line.size;
}
