import type { EntityManager } from 'typeorm';
import { copyLines } from './copyLines.js';
import { type CopyValue, copyText } from './copyText.js';

/** Writes rows, their values in the order of the columns, by COPY in the transaction; no statement for none. */
export const copyRows = (
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly CopyValue[])[],
): Promise<void> => copyLines(manager, table, columns, rows.map((row) => `\n${copyText(row)}`).join(''));
