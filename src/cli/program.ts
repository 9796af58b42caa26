import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Config } from '../config.js';
import { STAGES } from '../ingest/stages.js';
import { root } from '../root.js';
import { asCountTo } from './asCountTo.js';
import { addDecisionVerbs } from './decisionVerbs.js';
import { EXIT_HELP } from './exitCodes.js';
import type { ExplainOptions } from './explain.js';
import { Interruption } from './Interruption.js';
import type { IngestArguments } from './ingest.js';
import { addQueueVerbs } from './queueVerbs.js';
import type { ServeOptions } from './serve.js';

interface Deps {
  /** Read when a verb starts, so that help needs no settings. */
  readonly config: () => Config;
  /** Told how the verb ended. */
  readonly exit: (code: number) => void;
}

const version = (): string => {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  return typeof version === 'string' ? version : 'unknown';
};

/** More processes than any machine has use for. */
const asWorkers = asCountTo(256);

/** The command line of gongkai; each verb is loaded when it is called. */
export function createProgram({ config, exit }: Deps): Command {
  const program = new Command('gongkai')
    .description("The figures of China's government information disclosure annual reports, over GraphQL.")
    .version(version())
    .configureHelp({ helpWidth: 100 })
    .showHelpAfterError('(see gongkai --help)')
    .exitOverride();
  const verb = (name: string, description: string): Command =>
    program.command(name).description(description).addHelpText('after', EXIT_HELP).exitOverride();

  verb('serve', 'Serve GraphQL on PORT until SIGINT or SIGTERM. Makes the database where there is none.')
    .option('--workers <n>', 'processes that answer, on one port', asWorkers, 1)
    .action(async (options: ServeOptions) => {
      const settings = config();
      const { serve } = await import('./serve.js');
      exit(await serve(settings, new Interruption(), options));
    });
  verb('ingest', 'Take in reports; say on stdout what became of each document.')
    .argument('[path...]', 'files, folders, archives, patterns in quotes, addresses')
    .option('--json', 'one JSON object a document', false)
    .option('--manifest <file>', 'CSV or JSON that says what documents are; alone it names them too')
    .option('--list <file>', 'a path or address a line')
    .option('--reread', 'read again what an older reader has read; without a path all that is kept', false)
    .option('--jobs <n>', 'threads that read (default: one for each core)', asWorkers)
    .option('--allow-private', 'also fetch from private and local addresses', false)
    .action(async (paths: string[], options: IngestArguments) => {
      const settings = config();
      const { ingest } = await import('./ingest.js');
      exit(await ingest(settings, new Interruption(), paths, options));
    });
  addQueueVerbs({ config, exit, verb });
  verb('migrate', 'Bring the tables and the reference data of the database up to date.').action(async () => {
    const settings = config();
    const { migrate } = await import('./migrate.js');
    exit(await migrate(settings));
  });
  verb('check', 'Prove that every maintained total is what the rows of the reports give; name those that differ.')
    .option('--repair', 'make all totals anew where any differs', false)
    .action(async (options: { repair: boolean }) => {
      const settings = config();
      const { check } = await import('./check.js');
      exit(await check(settings, options));
    });
  verb('explain', 'Show what each stage made of a document, as JSON; no database is needed.')
    .argument('<file>', 'a document')
    .addOption(new Option('--stage <stage>', 'only this one').choices([...STAGES]))
    .action(async (file: string, options: ExplainOptions) => {
      config();
      const { explain } = await import('./explain.js');
      exit(await explain(file, options));
    });
  addDecisionVerbs({ config, exit, verb });
  return program.addHelpText('after', EXIT_HELP);
}
