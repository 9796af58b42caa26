import { expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { Refusal } from '../../../src/ingest/Refusal.js';
import { read } from '../../../src/ingest/read/read.js';
import { docxOf, paragraph } from './docxOf.js';
import { pdfOf, text } from './pdfOf.js';
import { refusalOf } from './refusalOf.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

test.each<[string, Uint8Array | string, string]>([
  ['a page', '<html><body><p>words</p></body></html>', 'text/html'],
  ['text', 'words', 'text/plain'],
  ['Markdown', 'words\n\n|a|b|\n|---|---|\n|1|2|', 'text/markdown'],
  ['PDF', pdfOf(text(100, 700, 'words')), 'application/pdf'],
  ['Word', docxOf(paragraph('words')), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
])('%s is read by its reader', async (_, content, mediaType) => {
  const document = await read(sourceOf(content));
  expect([document.mediaType, shown(document)[0]]).toEqual([mediaType, 'words']);
});

test.each<[string, Uint8Array, string]>([
  ['an archive, which is unpacked before', zipSync({ 'a.html': Buffer.from('words') }), 'UNSUPPORTED_MEDIA'],
  ['too large a document', new Uint8Array(64 * 1024 * 1024 + 1), 'LIMIT_EXCEEDED'],
  ['a damaged PDF', Buffer.from('%PDF-1.7\nwords'), 'UNREADABLE'],
])('%s is refused', async (_, bytes, reason) => {
  expect(await refusalOf(() => read(sourceOf(bytes)))).toBe(reason);
});

test('what a library throws is kept as the cause', async () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 1)]);
  const error: unknown = await read(sourceOf(ole)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({ reason: 'UNREADABLE', cause: expect.any(Error) });
});
