import type { Document, GridCell } from '../../../src/ingest/types.js';

/**
 * A document as lines to compare: paragraphs as they are, headings with #, a row of a table as its cells between bars;
 * ~ for a cell that was shown before (merged), · for a blank one, - for none, ⏎ for a line break.
 */
export function shown({ blocks }: Document): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph')
      return [`${'#'.repeat(block.heading ?? 0)}${block.heading === null ? '' : ' '}${block.text}`];
    const seen = new Set<GridCell>();
    return block.rows.map((row) => {
      const cells = row.map((cell) => {
        const again = seen.has(cell);
        seen.add(cell);
        if (cell.columnSpan === 0) return '-';
        return again ? '~' : cell.text.replaceAll('\n', '⏎') || '·';
      });
      return `| ${cells.join(' | ')} |`;
    });
  });
}
