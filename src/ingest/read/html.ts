import { collapse } from '../text/collapse.js';
import type { Document } from '../types.js';
import { decode } from './decode.js';
import { readMarkup } from './html/readMarkup.js';
import { numberTables } from './numberTables.js';

const DATE = /(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})/;

function toDate(text: string): string | null {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year !== '' && !Number.isNaN(Date.parse(date)) ? date : null;
}

/**
 * Reads a web page: every line of its text and every table as a grid, in reading order; scripts, styles and navigation
 * left out. Tables that only lay out the page are dissolved into their content.
 * @param declaredType Content-Type of the HTTP answer, null where unknown
 * @throws Refusal LIMIT_EXCEEDED for tables of absurd size or depth
 */
export function readHtml(bytes: Uint8Array, declaredType: string | null): Document {
  const {
    blocks,
    declared: { title, meta },
  } = readMarkup(decode(bytes, declaredType));
  const declared = (...names: string[]): string | null =>
    names.map((name) => collapse(meta.get(name) ?? '')).find((content) => content !== '') ?? null;
  return {
    mediaType: 'text/html',
    declaredTitle: declared('articletitle') ?? (collapse(title) || null),
    declaredDate: toDate(declared('pubdate', 'publishdate', 'article:published_time') ?? ''),
    declaredPublisher: declared('contentsource', 'sitename'),
    blocks: numberTables(blocks),
  };
}
