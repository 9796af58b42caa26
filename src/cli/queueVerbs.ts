import type { Command } from 'commander';
import type { Config } from '../config.js';
import { asCountTo } from './asCountTo.js';
import { Interruption } from './Interruption.js';
import type { EnqueueArguments } from './enqueue.js';
import type { QueueArguments } from './queue.js';
import type { WorkArguments } from './work.js';

interface Deps {
  readonly config: () => Config;
  readonly exit: (code: number) => void;
  /** A command of the program. */
  readonly verb: (name: string, description: string) => Command;
}

/** Seconds: long enough for a worker that is busy, short enough to wait for after a kill. */
const LEASE = 60;

/** Ingest by any number of machines, through a queue in the database. */
export function addQueueVerbs({ config, exit, verb }: Deps): void {
  verb('enqueue', 'Put documents in a queue for any number of workers to take in.')
    .argument('[path...]', 'addresses, or files and folders that the workers reach by the same paths')
    .option('--manifest <file>', 'CSV or JSON that says what documents are; alone it names them too')
    .option('--list <file>', 'a path or address a line')
    .option('--lease <s>', 'seconds after which a silent worker is taken for dead', asCountTo(3_600), LEASE)
    .action(async (paths: string[], options: EnqueueArguments) => {
      const settings = config();
      const { enqueue } = await import('./enqueue.js');
      exit(await enqueue(settings, new Interruption(), paths, options));
    });
  verb('work', 'Take in what waits in the queue, beside any other workers; say on stdout what became of each document.')
    .option('--json', 'one JSON object a document', false)
    .option('--until-empty', 'end when nothing waits and nobody is at work; otherwise wait for more', false)
    .option('--jobs <n>', 'threads that read (default: one for each core)', asCountTo(256))
    .option('--allow-private', 'also fetch from private and local addresses', false)
    .action(async (options: WorkArguments) => {
      const settings = config();
      const { work } = await import('./work.js');
      exit(await work(settings, new Interruption(), options));
    });
  verb('queue', 'Say what became of the documents of the queue, and what is left to do.')
    .option('--json', 'one JSON object a document', false)
    .action(async (options: QueueArguments) => {
      const settings = config();
      const { queue } = await import('./queue.js');
      exit(await queue(settings, new Interruption(), options));
    });
}
