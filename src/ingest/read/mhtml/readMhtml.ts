import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { readHtml } from '../html.js';
import { LIMITS } from '../limits.js';
import { MEDIA } from '../mediaTypes.js';
import { numberTables } from '../numberTables.js';
import { placesOf } from '../placesIn.js';
import { partsOf } from './partsOf.js';

const PAGE = /^(?:text\/html|application\/xhtml\+xml)\s{0,9}(?:;|$)/i;

/**
 * Reads a web archive (MHTML, RFC 2557), which browsers and Word save pages in: the page, and the frames within it after it.
 * Throws Refusal UNREADABLE, LIMIT_EXCEEDED.
 */
export function readMhtml({ bytes }: Pick<Source, 'bytes'>): Document {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pages: Document[] = [];
  let places = 0;
  for (const part of partsOf(message).filter(({ type }) => PAGE.test(type))) {
    const page = readHtml(part.bytes(), part.type);
    pages.push(page);
    places += page.blocks.reduce((sum, block) => sum + Math.max(1, placesOf(block)), 0);
    if (places > LIMITS.cells)
      throw new Refusal('LIMIT_EXCEEDED', `pages of over ${LIMITS.cells} cells and paragraphs`);
  }
  const [first] = pages;
  if (first === undefined) throw new Refusal('UNREADABLE', 'the web archive holds no page');
  return { ...first, mediaType: MEDIA.mhtml, blocks: numberTables(pages.flatMap(({ blocks }) => blocks)) };
}
