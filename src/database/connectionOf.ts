import type { ClientBase } from 'pg';
import type { EntityManager } from 'typeorm';

/** The connection of a transaction, for what TypeORM has no words for. @throws Error outside of one */
export async function connectionOf(manager: EntityManager): Promise<ClientBase> {
  if (manager.queryRunner?.isTransactionActive !== true) throw new Error('this needs the connection of a transaction');
  return (await manager.queryRunner.connect()) as ClientBase;
}
