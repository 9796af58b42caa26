import { dropDatabases } from './dropDatabases.js';
import { onServer, testServer } from './testServer.js';

/** Drops what this run made and leaves the server. */
// oxlint-disable-next-line import/no-default-export -- jest asks for it
export default async function globalTeardown(): Promise<void> {
  const server = testServer();
  await onServer(server, (client) => dropDatabases(client, (name) => name.startsWith(`${server.run}_`)));
  await globalThis.closeTestServer?.();
}
