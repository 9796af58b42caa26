import { finished } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { connectionOf } from './connectionOf.js';

/**
 * Writes rows by COPY in the transaction, at a fraction of the cost of an insert; no statement for none.
 * @param lines `copyText` of each row, a line break before each
 * @throws what the database or the connection says, when it can take another statement or is gone
 */
export async function copyLines(
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  lines: string,
): Promise<void> {
  if (lines === '') return;
  const client = await connectionOf(manager);
  const sink = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  sink.end(`${lines.slice(1)}\n`);
  try {
    await finished(sink);
  } catch (error) {
    // It is told before the connection can take another statement. An empty one is allowed in a failed transaction, and comes
    // back once the connection is idle, or is gone, be it from before.
    await client.query('').catch(() => undefined);
    throw error;
  }
}
