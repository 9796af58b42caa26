import { Client } from 'pg';
import type { Config } from '../config.js';
import { DatabaseUnreachableError, DatabaseUnsuitableError, messageOf } from '../errors.js';
import { openEmbedded } from './embedded/openEmbedded.js';

/** A database to work on. */
export interface Database {
  readonly url: string;
  /** Ours, or one of the user's own. */
  readonly embedded: boolean;
  /** Lets go of it; close all connections first. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** How long an own database may take to answer (ms). */
  readonly patience?: number;
  /** Called when the embedded server has gone for good. */
  readonly onLost?: (error: unknown) => void;
}

/** PostgreSQL 15, as `server_version_num` says it. */
const OLDEST = 150_000;

/** Host, port and database, without user and password. */
const nameOf = (client: Client): string => `${client.host}:${client.port}/${client.database ?? ''}`;

/**
 * Looks whether that is a database that we can work on.
 * @throws DatabaseUnreachableError, DatabaseUnsuitableError
 */
const check = async (url: string, patience: number): Promise<void> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; shown: string; encoding: string }>(
      `select current_setting('server_version_num')::int as version,
              current_setting('server_version') as shown,
              current_setting('server_encoding') as encoding`,
    );
    const [server] = rows;
    if (server === undefined || server.version < OLDEST)
      throw new DatabaseUnsuitableError(
        `the database at ${nameOf(client)} is PostgreSQL ${server?.shown}, needed is 15 or later`,
        'Update it, or unset DATABASE_URL to use the embedded one.',
      );
    if (server.encoding !== 'UTF8')
      throw new DatabaseUnsuitableError(
        `the database at ${nameOf(client)} is encoded in ${server.encoding}, needed is UTF8`,
        "Make another one: create database gongkai encoding 'UTF8' template template0.",
      );
  } catch (cause) {
    if (cause instanceof DatabaseUnsuitableError) throw cause;
    throw new DatabaseUnreachableError(
      `cannot use the database at ${nameOf(client)}: ${messageOf(cause)}`,
      'Check DATABASE_URL and that PostgreSQL runs there, or unset it to use the embedded one.',
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
};

/**
 * The database that the settings choose: the one of DATABASE_URL, else the embedded one.
 * @throws DatabaseUnreachableError, DatabaseUnsuitableError, EmbeddedDatabaseError
 */
export async function openDatabase(
  { databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  { patience = 10_000, onLost }: DatabaseOptions = {},
): Promise<Database> {
  if (databaseUrl === null) {
    const embedded = await openEmbedded(dataFolder, onLost === undefined ? {} : { onLost });
    return { url: embedded.url, embedded: true, close: () => embedded.close() };
  }
  await check(databaseUrl, patience);
  return { url: databaseUrl, embedded: false, close: () => Promise.resolve() };
}
