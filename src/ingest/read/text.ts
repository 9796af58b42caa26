import { Refusal } from '../Refusal.js';
import type { Document, Paragraph } from '../types.js';
import { decode } from './decode.js';
import { toGrid } from './grid.js';
import { readMarkup } from './html/readMarkup.js';
import type { LooseBlock } from './html/TableBuilder.js';
import { LIMITS } from './limits.js';
import { numberTables } from './numberTables.js';
import { placesIn } from './placesIn.js';
import { dashedTable } from './text/dashedTable.js';
import { markdownTable } from './text/markdownTable.js';
import { pipedTable } from './text/pipedTable.js';
import { ruledTable } from './text/ruledTable.js';
import type { TextTable } from './text/TextTable.js';

const HEADING = /^(#{1,6})\s+(?=\S)/;

const tableAt = (lines: readonly string[], at: number): TextTable | null =>
  markdownTable(lines, at) ?? ruledTable(lines, at) ?? pipedTable(lines, at) ?? dashedTable(lines, at);

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
 * tables that are drawn, tables of Markdown, and of HTML within it, as grids. A form feed begins a page.
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
      if (/<table\b/i.test(line)) {
        const end = endOfTable(lines, at);
        addTable(readMarkup(lines.slice(at, end).join('\n')).blocks);
        at = end - 1;
        continue;
      }
      const table = tableAt(lines, at);
      if (table && table.rows.length > 0) addTable([{ kind: 'grid', rows: toGrid(table.rows, page) }]);
      const end = table?.end ?? at + 1;
      // What only looks like a table is lines.
      if (!table?.rows.length)
        for (let each = at; each < end; each++) blocks.push(toParagraph(lines[each] ?? '', page, before + each + 1));
      at = end - 1;
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
