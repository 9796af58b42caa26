import { read } from '../../../src/ingest/read/read.js';
import { docxOf } from './docxOf.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

/** What is read of a Word file with this body. */
export const readingDocx = async (body: string, parts?: Record<string, string>): Promise<string[]> =>
  shown(await read(sourceOf(docxOf(body, parts))));
