import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { readHtml } from '../html.js';
import { MEDIA } from '../mediaTypes.js';
import { numberTables } from '../numberTables.js';
import { partsOf } from './partsOf.js';

const PAGE = /^(?:text\/html|application\/xhtml\+xml)(?:;|$)/i;

/**
 * Reads a web archive (MHTML, RFC 2557), which browsers and Word save pages in: the page, and the frames within it after it.
 * Throws Refusal UNREADABLE, LIMIT_EXCEEDED.
 */
export function readMhtml({ bytes }: Source): Document {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pages = partsOf(message)
    .filter(({ type }) => PAGE.test(type))
    .map((part) => readHtml(part.bytes, part.type));
  const [first] = pages;
  if (first === undefined) throw new Refusal('UNREADABLE', 'the web archive holds no page');
  return { ...first, mediaType: MEDIA.mhtml, blocks: numberTables(pages.flatMap(({ blocks }) => blocks)) };
}
