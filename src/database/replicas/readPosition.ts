import type { ClientBase } from 'pg';
import { VERSION_SQL } from '../versionSql.js';
import type { Position } from './Position.js';

/**
 * A statement sees what was committed when it began, and asks for the place in the log after that: nothing that it sees
 * lies beyond the place. A standby says what it has replayed, a primary what it has written.
 */
const READ = `
  select
    (select c.system_identifier from pg_control_system() as c) || '/' ||
      (select d.oid from pg_database as d where d.datname = current_database()) as identity,
    pg_is_in_recovery() as standby,
    (case when pg_is_in_recovery() then coalesce(pg_last_wal_replay_lsn(), '0/0') else pg_current_wal_insert_lsn() end
      - '0/0')::text as lsn,
    (${VERSION_SQL}) as version`;

/** Asks a PostgreSQL how far it has come. @throws what the database throws, also where the tables are not there yet */
export async function readPosition(client: ClientBase): Promise<Position> {
  const { rows } = await client.query<Omit<Position, 'lsn'> & { lsn: string }>(READ);
  const [row] = rows;
  if (row === undefined) throw new Error('the database does not say how far it has come');
  return { ...row, lsn: BigInt(row.lsn) };
}
