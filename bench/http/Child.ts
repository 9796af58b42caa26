import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from '../../src/root.js';
import type { Launch } from './contestants.js';
import type { Material } from './programs.js';

/** What a process has used since it began. */
export interface Stand {
  /** Processor time of all its threads (µs). */
  readonly cpu: number;
  /** Resident memory now (bytes). */
  readonly rss: number;
}

/** Settings of whoever starts the bench are not those of a contestant. */
const environment = (settings: Launch['settings']): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  NODE_ENV: 'production',
  LOG_LEVEL: 'error',
  ...settings,
});

const launch = ({ program, settings }: Launch): ChildProcess => {
  const env = environment(settings);
  if (program !== 'postgraphile')
    return fork(fileURLToPath(new URL('contestant.js', import.meta.url)), [program], { env });
  const folder = new URL('bench/postgraphile/', root);
  // It needs a newer Node than we do, and brings it.
  const execPath = fileURLToPath(new URL('node_modules/.bin/node', folder));
  return fork(fileURLToPath(new URL('server.mjs', folder)), { env: { ...env, GRAPHILE_ENV: 'production' }, execPath });
};

/** A contestant in a process of its own, answering. */
export class Child {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {}

  /** @throws if it ends before it answers */
  static async start(contestant: Launch, material: Material): Promise<Child> {
    const started = launch(contestant);
    const says = said(started, 'url');
    started.on('message', (message) => void (message === 'ready' && started.send(material)));
    return new Child(started, String(await says));
  }

  async stand(): Promise<Stand> {
    const stand = said(this.process, 'stand');
    this.process.send('stand');
    return (await stand) as Stand;
  }

  /** Asks it nothing more. */
  end(): void {
    this.process.disconnect();
  }
}

/** What a process says next under a name. */
function said(child: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a contestant ended with ${code}`));
    const heard = (message: object | string): void => {
      if (typeof message !== 'object' || !(name in message)) return;
      child.off('exit', ended).off('message', heard);
      resolve(Reflect.get(message, name));
    };
    child.once('exit', ended).on('message', heard);
  });
}
