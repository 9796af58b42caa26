import { Refusal } from '../Refusal.js';
import type { Document, Paragraph } from '../types.js';
import { decode } from './decode.js';
import { toGrid, type LooseCell } from './grid.js';
import { readMarkup } from './html/readMarkup.js';
import type { LooseBlock } from './html/TableBuilder.js';
import { LIMITS } from './limits.js';
import { numberTables } from './numberTables.js';
import { placesIn } from './placesIn.js';

const HEADING = /^(#{1,6})\s+(?=\S)/;

/** The line under the header of a Markdown table: |---|:--:|. */
const isRule = (line: string): boolean => line.includes('--') && line.includes('|') && !/[^|:\-\s]/.test(line);

/** A cell without what only marks it up: bold words, escaped signs. */
const plainOf = (cell: string): string =>
  cell
    .replace(/<br\s?\/?>/gi, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('**', '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .trim();

/** @param enclosed whether rows begin and end with a pipe */
const toCells = (line: string, enclosed: boolean): LooseCell[] =>
  (enclosed ? line.trim().replace(/^\|/, '').replace(/\|$/, '') : line)
    .split('|')
    .map((text) => ({ text: plainOf(text), rowSpan: 1, columnSpan: 1 }));

/** The first line after a table of markup that begins in one. */
function endOfTable(lines: readonly string[], from: number): number {
  let open = 0;
  for (let at = from; at < lines.length; at++) {
    for (const [tag] of lines[at]?.matchAll(/<\/?table\b/gi) ?? []) open += tag.startsWith('</') ? -1 : 1;
    if (open <= 0) return at + 1;
  }
  return lines.length;
}

function toParagraph(line: string, page: number | null, number: number): Paragraph {
  const marks = HEADING.exec(line)?.[1];
  const trimmed = line.trimEnd();
  // Tabs at the end are blank cells.
  const text = trimmed.length === line.length ? line : trimmed + line.slice(trimmed.length).replace(/[^\t]/g, '');
  return marks === undefined
    ? { kind: 'paragraph', text, page, heading: null, line: number }
    : { kind: 'paragraph', text: text.slice(marks.length).trim(), page, heading: marks.length, line: number };
}

/**
 * Reads plain text or Markdown: a paragraph a line, blank ones included (layouts of one cell a line show blank cells so),
 * tables of Markdown, and of HTML within it, as grids. A form feed begins a page.
 * @param declaredType Content-Type of the HTTP answer, null where unknown
 * @throws Refusal LIMIT_EXCEEDED for too many lines or cells
 */
export function readText(bytes: Uint8Array, declaredType: string | null): Document {
  const text = decode(bytes, declaredType);
  const blocks: LooseBlock[] = [];
  let places = 0;
  const addTable = (tables: readonly LooseBlock[]): void => {
    places = placesIn(tables, places);
    blocks.push(...tables);
  };
  const pages = text.split('\f');
  let before = 0;
  pages.forEach((pageText, index) => {
    const page = pages.length > 1 ? index + 1 : null;
    const lines = pageText.split(/\r\n?|\n/);
    if (before + lines.length > LIMITS.paragraphs)
      throw new Refusal('LIMIT_EXCEEDED', `over ${LIMITS.paragraphs} lines`);
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] ?? '';
      const rule = lines[at + 1] ?? '';
      if (/<table\b/i.test(line)) {
        const end = endOfTable(lines, at);
        addTable(readMarkup(lines.slice(at, end).join('\n')).blocks);
        at = end - 1;
        continue;
      }
      if (!line.includes('|') || !isRule(rule)) {
        blocks.push(toParagraph(line, page, before + at + 1));
        continue;
      }
      const enclosed = /^\s*\||\|\s*$/.test(rule);
      const rows = [toCells(line, enclosed)];
      for (at += 2; lines[at]?.includes('|') === true; at++)
        if (!isRule(lines[at] ?? '')) rows.push(toCells(lines[at] ?? '', enclosed));
      at--;
      addTable([{ kind: 'grid', rows: toGrid(rows, page) }]);
    }
    // A form feed ends no line.
    before += lines.length - 1;
  });
  return {
    mediaType: /markdown/i.test(declaredType ?? '') ? 'text/markdown' : 'text/plain',
    declaredTitle: null,
    declaredDate: null,
    declaredPublisher: null,
    blocks: numberTables(blocks),
  };
}
