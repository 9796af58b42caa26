import { usePdfium } from '../../pdfium.js';
import { Refusal } from '../../Refusal.js';
import type { Block, Document, Source } from '../../types.js';
import { gridOf } from '../gridOf.js';
import { MEDIA } from '../mediaTypes.js';
import { dropPageNumbers } from './dropPageNumbers.js';
import { continues, joinTables } from './joinTables.js';
import { layPage, type PageBlock } from './layPage.js';
import { layParagraphs, marginsOf, type PlacedLine } from './layParagraphs.js';
import { markRunning } from './markRunning.js';
import { readContent, type PdfContent } from './readContent.js';
import { UNKNOWN } from './readGlyphs.js';
import type { Table } from './Table.js';

/**
 * Reads a PDF by the places of its characters and ruling lines. Tables without ruling lines stay lines, their columns
 * set apart by blanks. Throws Refusal UNREADABLE (damaged, encrypted), NO_TEXT_LAYER (scanned), LIMIT_EXCEEDED.
 */
export async function readPdf({ bytes }: Source): Promise<Document> {
  const content = await usePdfium((pdfium) => readContent(pdfium, bytes));
  checkText(content);
  const blocks = joinOverPages(markRunning(content.pages).flatMap((page) => dropPageNumbers(layPage(page))));
  return {
    mediaType: MEDIA.pdf,
    declaredTitle: content.title,
    declaredDate: null,
    declaredPublisher: null,
    blocks: toBlocks(blocks),
  };
}

/** Text that a machine read off a picture, laid beneath it, is not what is printed. */
function checkText({ pages, invisible }: PdfContent): void {
  let [known, unknown] = [0, 0];
  for (const { glyphs } of pages)
    for (const { text } of glyphs)
      if (text === UNKNOWN) unknown += 1;
      else if (text.trim() !== '') known += 1;
  if (known === 0 && invisible > 0) throw new Refusal('NO_TEXT_LAYER', 'a scan; its text is recognized, not printed');
  if (known + unknown === 0) throw new Refusal('NO_TEXT_LAYER', 'the pages hold no text');
  if (known < unknown) throw new Refusal('NO_TEXT_LAYER', 'its fonts do not say which characters they print');
}

function joinOverPages(blocks: readonly PageBlock[]): PageBlock[] {
  const joined: PageBlock[] = [];
  let lastPage = 0;
  for (const block of blocks) {
    const above = joined.at(-1);
    const atSeam = above?.kind === 'table' && block.kind === 'table' && block.page === lastPage + 1;
    if (atSeam && continues(above.table, block.table)) {
      joined[joined.length - 1] = { ...above, table: joinTables(above.table, block.table) };
    } else {
      joined.push(block);
    }
    lastPage = block.page;
  }
  return joined;
}

function toBlocks(blocks: readonly PageBlock[]): Block[] {
  const lines = blocks.filter((block): block is PageBlock & PlacedLine => block.kind === 'line');
  const margins = marginsOf(lines);
  const result: Block[] = [];
  let run: PlacedLine[] = [];
  let tables = 0;
  const addTable = ({ rowCount, cells }: Table): void => {
    tables += 1;
    result.push(...layParagraphs(run, margins), gridOf(tables, rowCount, cells));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'line') run.push(block);
    else addTable(block.table);
  }
  return [...result, ...layParagraphs(run, margins)];
}
