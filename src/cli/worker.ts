import { codeOf, messageOf } from '../errors.js';
import { log, type LogLevel } from '../log.js';
import type { Server } from '../server.js';
import { openServer, type ServerSettings } from './openServer.js';
import type { WorkerSays } from './openWorkers.js';

/** One of several processes that answer on one port: it does as its parent says. */
const say = (message: WorkerSays): void => void process.send?.(message);

// The terminal tells all processes of a group; the parent decides what is to be done.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

let server: Server | null = null;

async function start({ logLevel, ...settings }: ServerSettings & { readonly logLevel: LogLevel }): Promise<void> {
  log.level = logLevel;
  try {
    server = await openServer(settings);
    say({ url: server.url });
  } catch (error) {
    say({ fault: messageOf(error), code: codeOf(error) });
    process.disconnect();
  }
}

async function stop(): Promise<void> {
  await server?.stop();
  process.exit(0);
}

process.on('message', (message: 'stop' | Parameters<typeof start>[0]) => {
  if (message === 'stop') void stop();
  else void start(message);
});

say('ready');
