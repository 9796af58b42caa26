import type { DataSource } from 'typeorm';
import { DatabaseUnsuitableError } from '../errors.js';

/**
 * Looks whether a newer program has changed the tables: this one would fail at some statement, or write what is wrong to it.
 * @throws DatabaseUnsuitableError where it is of another program, or naming the newest migration that is known and the newest that is there
 */
export async function requireKnown(db: DataSource): Promise<void> {
  const [table] = await db.query<{ isThere: boolean }[]>(`select to_regclass('migrations') is not null as "isThere"`);
  if (table?.isThere !== true) return;
  const columns = await db.query<unknown[]>(
    `select from information_schema.columns as c
     where c.table_name = 'migrations' and c.table_schema = current_schema() and c.column_name in ('timestamp', 'name')`,
  );
  if (columns.length < 2)
    throw new DatabaseUnsuitableError(
      'the database is of another program: its table migrations has other columns',
      'Name a database of its own in DATABASE_URL.',
    );
  const [found] = await db.query<{ name: string }[]>(
    'select m.name from migrations as m order by m.timestamp desc limit 1',
  );
  const names = db.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const known = names.reduce((newest, name) => (timeOf(name) > timeOf(newest) ? name : newest), '');
  if (found === undefined || timeOf(found.name) <= timeOf(known)) return;
  throw new DatabaseUnsuitableError(
    `the database is of a newer program: its newest migration is ${found.name}, this program knows them up to ${known}`,
    'Update this program, or use another database.',
  );
}

/** Names of migrations end in the time at which they were written. */
const timeOf = (name: string): number => Number(/\d+$/.exec(name)?.[0] ?? 0);
