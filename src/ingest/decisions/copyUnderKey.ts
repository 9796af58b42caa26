import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** What is other in the copies, by column: expressions in SQL. */
type Changes = Readonly<Record<string, string>>;

/**
 * Copies rows under another key, with every column that the entity has. A row's agency is never updated: on several
 * machines that decides where the row is.
 * @param where in SQL, of the table `s`
 */
export async function copyUnderKey(
  manager: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  { changes, where, parameters }: { changes: Changes; where: string; parameters: readonly unknown[] },
): Promise<void> {
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const names = columns.map(({ databaseName }) => databaseName);
  const values = names.map((name) => changes[name] ?? `s.${name}`);
  await manager.query(
    `insert into ${tableName} (${names.join(', ')}) select ${values.join(', ')} from ${tableName} as s where ${where}`,
    [...parameters],
  );
}
