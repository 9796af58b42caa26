import type { ClientBase } from 'pg';
import type { EntityManager } from 'typeorm';

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
  if (!manager.queryRunner) throw new Error(`${name} is prepared for a transaction alone`);
  const client = (await manager.queryRunner.connect()) as ClientBase;
  const { rows } = await client.query<Row>({ name, text, values: [...values] });
  return rows;
}
