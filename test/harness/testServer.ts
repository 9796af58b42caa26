import { Client } from 'pg';

/**
 * What globalSetup tells the workers through their environment: the server and the name that all databases of this run
 * begin with.
 */
export interface TestServer {
  readonly url: string;
  readonly run: string;
}

export const announce = ({ url, run }: TestServer): void => {
  process.env['TEST_SERVER_URL'] = url;
  process.env['TEST_SERVER_RUN'] = run;
};

/** @throws Error outside a run of jest */
export const testServer = (): TestServer => {
  const { TEST_SERVER_URL: url, TEST_SERVER_RUN: run } = process.env;
  if (url === undefined || run === undefined)
    throw new Error('run the tests with jest: globalSetup starts their server');
  return { url, run };
};

export const templateOf = ({ run }: TestServer): string => `${run}_template`;

/** Address of another database of the same server. */
export const databaseUrl = ({ url }: TestServer, database: string): string => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

/** Sends statements that need a connection of their own to the server. */
export const onServer = async <T>({ url }: TestServer, action: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await action(client);
  } finally {
    await client.end();
  }
};
