import { startServer } from '../../src/server.js';
import { createTestDatabase, type TestDatabase } from './createTestDatabase.js';

/** A server over a database of its own. */
export interface TestApi {
  readonly database: TestDatabase;
  readonly url: string;
  /** The data of a query; fails where there are errors. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** `code: message` of each error of a query. */
  errors(query: string, variables?: Record<string, unknown>): Promise<string[]>;
  close(): Promise<void>;
}

interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** In November 2026 reports are due up to 2025. */
const NOW = new Date('2026-11-22T00:00:00Z');

export async function createTestApi(): Promise<TestApi> {
  const database = await createTestDatabase();
  const server = await startServer({ dataSource: database.dataSource, port: 0, now: () => NOW });
  const post = async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Data>;
  };
  return {
    database,
    url: server.url,
    async ask<Data>(query: string, variables?: Record<string, unknown>) {
      const { data, errors } = await post<Data>(query, variables);
      if (errors || data === undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    async errors(query, variables) {
      const { errors = [] } = await post(query, variables);
      return errors.map(({ message, extensions }) => `${extensions?.code}: ${message}`);
    },
    async close() {
      await server.stop();
      await database.drop();
    },
  };
}
