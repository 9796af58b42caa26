import type { EntityManager } from 'typeorm';
import { connectionOf } from './connectionOf.js';

/** A statement that a connection plans once, under a name of its own: for long texts planning outweighs the work. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Runs it on the transaction's connection. */
export async function prepared<Row extends object>(
  manager: EntityManager,
  { name, text }: Prepared,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = await connectionOf(manager);
  const { rows } = await client.query<Row>({ name, text, values: [...values] });
  return rows;
}
