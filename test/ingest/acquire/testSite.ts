import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse, request: IncomingMessage, nth: number) => void;

/** A site on 127.0.0.1 that answers each path as told. */
export interface TestSite {
  readonly url: string;
  readonly port: number;
  /** The paths that were asked for, with the time (ms). */
  readonly asked: { readonly path: string; readonly at: number }[];
  close(): Promise<void>;
}

export async function openSite(answers: Readonly<Record<string, Answer>>): Promise<TestSite> {
  const asked: { path: string; at: number }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const answer = answers[path.split('?', 1)[0] ?? ''];
    // Every site is asked for its robots.txt first; tests that say nothing of it are about other things.
    if (answer !== undefined || path !== '/robots.txt') asked.push({ path, at: Date.now() });
    const nth = asked.filter((one) => one.path === path).length;
    if (answer) answer(response, request, nth);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
