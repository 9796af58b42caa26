import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { read } from '../../../src/ingest/read/read.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

/** Where the one sheet of a workbook is. */
export const SHEET = 'xl/worksheets/sheet1.xml';
export type Rows = (string | number | null)[][];

/** A workbook of one sheet; `merges` such as A1:C1. */
export function bookOf(
  rows: Rows,
  merges: readonly string[] = [],
  type: BookType = 'xlsx',
  change?: (sheet: WorkSheet) => void,
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  change?.(sheet);
  return new Uint8Array(write(utils.book_new(sheet), { type: 'array', bookType: type }));
}

/** A workbook with parts of its own, also instead of those that are there. */
export function replaced(parts: Readonly<Record<string, string>>, level: 0 | 1 = 0): Uint8Array {
  const changed = Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)]);
  return zipSync({ ...unzipSync(bookOf([['a', 1]])), ...Object.fromEntries(changed) }, { level });
}

/** A workbook of one sheet with this content. */
export const sheetOf = (content: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  replaced({ ...parts, [SHEET]: `<worksheet>${content}</worksheet>` });

/** What is read of a workbook. */
export const readingBook = async (bytes: Uint8Array): Promise<string[]> => shown(await read(sourceOf(bytes)));
