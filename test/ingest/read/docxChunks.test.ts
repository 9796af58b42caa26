import { expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { read } from '../../../src/ingest/read/read.js';
import { cell, docxOf, paragraph, table } from './docxOf.js';
import { refusalOf } from './refusalOf.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

/** A Word file that leaves a document within it to Word. */
function holding(chunk: Uint8Array | string, target = 'chunk'): Uint8Array {
  const relation = `<Relationships><Relationship Id="c" Type="x/aFChunk" Target="/word/${target}"/></Relationships>`;
  const body = `${table(cell('a') + cell('1'))}<w:altChunk r:id="c"/>${paragraph('end')}`;
  const file = docxOf(body, { 'word/_rels/document.xml.rels': relation });
  return zipSync({ ...unzipSync(file), 'word/chunk': typeof chunk === 'string' ? strToU8(chunk) : chunk });
}

const PAGE = '<html><body><p>二、主动公开</p><table><tr><td>规章</td><td>3</td></tr></table></body></html>';
const ARCHIVE = `MIME-Version: 1.0\nContent-Type: multipart/related;\n    type="text/html";\n    boundary="----=mht"\n\n------=mht\nContent-Type: text/html;\n    charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n${PAGE}\n\n------=mht--\n`;

test.each<[string, Uint8Array | string]>([
  ['a page', PAGE],
  ['a web archive', ARCHIVE],
  ['a Word file', docxOf(paragraph('二、主动公开') + table(cell('规章') + cell('3')))],
])('%s within a Word file stands where it is taken in', async (_, chunk) => {
  const document = await read(sourceOf(holding(chunk)));
  expect(shown(document)).toEqual(['| a | 1 |', '二、主动公开', '| 规章 | 3 |', 'end']);
  expect(document.blocks.map((block) => (block.kind === 'grid' ? block.table : null))).toEqual([1, null, 2, null]);
});

test.each<[string, Uint8Array, string]>([
  ['that is not there', holding(PAGE, 'other'), 'UNREADABLE'],
  ['in RTF', holding('{\\rtf1 x}'), 'UNSUPPORTED_MEDIA'],
  ['that holds one, and that one too', holding(holding(holding(holding(PAGE)))), 'LIMIT_EXCEEDED'],
])('a document %s is refused', async (_, bytes, reason) => {
  expect(await refusalOf(() => read(sourceOf(bytes)))).toBe(reason);
});
