import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { detailQuestions } from './details/questions.js';
import { Child } from './http/Child.js';
import { STORED } from './http/contestants.js';
import { openBenchDatabase } from './http/databases.js';
import { load } from './http/load.js';
import { machine } from './http/machine.js';
import { markdownTable } from './http/markdownTable.js';
import { bodyOf } from './http/ask.js';
import { percentile } from './http/percentile.js';
import { QUESTIONS } from './http/questions.js';
import { IngestLoop } from './load/IngestLoop.js';

const USAGE = `npm run bench:load -- [--minutes 10] [--data FOLDER] [--connections 16]

Asks a server every kind of question while documents are taken in, one folder after another, into the same database: a
new one of 10,000 reports, or that of FOLDER, which keeps what is taken in. Prints latency, errors and memory.`;

const REPORTS = 10_000;
/** How often it is looked at p99 and memory. */
const WINDOWS = 20;
/** Memory that the last half of the time may need beyond the first. */
const MOST_GROWTH = 0.1;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    data: { type: 'string' },
    connections: { type: 'string', default: '16' },
    help: { type: 'boolean', default: false },
  },
});
const [minutes, connections] = [Number(values.minutes), Number(values.connections)];

/** Both questions about totals, and ten variants of each about details. */
async function bodiesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const details = await detailQuestions(client).finally(() => client.end());
  return details
    .flatMap(({ query, variants }) => variants.slice(0, 10).map((variant) => bodyOf(query, variant)))
    .flatMap((body) => [bodyOf(QUESTIONS.flagship), body])
    .concat(bodyOf(QUESTIONS.nationwide));
}

interface Window {
  readonly p99: number;
  readonly answers: number;
  readonly errors: number;
  /** MiB. */
  readonly memory: number;
}

async function loadFor(child: Child, bodies: readonly string[]): Promise<Window[]> {
  const windows: Window[] = [];
  for (let window = 1; window <= WINDOWS; window += 1) {
    const seconds = (minutes * 60) / WINDOWS;
    const { times, errors } = await load({ url: child.url, bodies, connections, until: { seconds } });
    windows.push({
      p99: percentile(times, 0.99),
      answers: times.length,
      errors,
      memory: (await child.stand()).rss / 2 ** 20,
    });
  }
  return windows;
}

/** Whether there was no error, memory has stopped growing and every round of the ingest went well. */
function show(windows: readonly Window[], { outcomes, faults }: IngestLoop): boolean {
  const rows = windows.map(({ p99, answers, errors, memory }, at) => [
    `${(((at + 1) * minutes) / WINDOWS).toFixed(1)} min`,
    String(answers),
    Number.isNaN(p99) ? '' : p99.toFixed(0),
    memory.toFixed(0),
    String(errors),
  ]);
  console.log(markdownTable(['', 'answers', 'p99 ms', 'memory MiB', 'errors'], rows));
  const errors = windows.reduce((sum, window) => sum + window.errors, 0);
  const most = (part: readonly Window[]): number => Math.max(...part.map(({ memory }) => memory));
  const half = windows.length / 2;
  const growth = most(windows.slice(half)) / most(windows.slice(0, half)) - 1;
  const taken = Object.entries(outcomes).map(([status, count]) => `${count} ${status}`);
  console.log(`\nTaken in meanwhile: ${taken.join(', ') || 'nothing'}.`);
  console.log(`Errors: ${errors}. Memory of the second half over the first: ${(growth * 100).toFixed(1)} %.`);
  for (const fault of faults) console.log(`THE INGEST FAILED in ${fault}.`);
  return errors === 0 && growth < MOST_GROWTH && taken.length > 0 && faults.length === 0;
}

async function run(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
  const dataFolder = resolve(values.data ?? join(folder, 'data'));
  const database = await openBenchDatabase(dataFolder, REPORTS);
  try {
    const ingest = await IngestLoop.prepare(dataFolder, folder);
    const bodies = await bodiesOf(database.url);
    const child = await Child.start(STORED, { databaseUrl: database.url, connections, answer: '' });
    try {
      const reports = database.reports.toLocaleString('en');
      console.log(
        `## Load of ${minutes} minutes beside an ingest: ${await machine(database.url)}; ${reports} reports, ${connections} connections\n`,
      );
      ingest.start();
      const windows = await loadFor(child, bodies).finally(() => ingest.stop());
      return show(windows, ingest);
    } finally {
      child.end();
    }
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (values.help || !(minutes > 0) || !(connections > 0)) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else if (!(await run())) process.exitCode = 1;
