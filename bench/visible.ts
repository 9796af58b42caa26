import { setTimeout as delay } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createDataSource } from '../src/database/dataSource.js';
import { stand, type Standing } from '../src/ingest/decisions/stand.js';
import { ask, bodyOf } from './http/ask.js';
import { Child } from './http/Child.js';
import { STORED } from './http/contestants.js';
import { openBenchDatabase } from './http/databases.js';
import { machine } from './http/machine.js';
import { percentile } from './http/percentile.js';

const USAGE = `npm run bench:visible -- [--times 200] [--data FOLDER]

Withdraws a report and lets it count again, and asks a server in another process until its answer changes: prints the
time from the end of the transaction on, over 10,000 reports or those of FOLDER. Exits with 1 where p99 is over 200 ms.`;

const REPORTS = 10_000;
/** Promised to those who ask another process (ms). */
const PROMISED = 200;
/** Between two changes (ms): no multiple of the rounds in which servers look for new data. */
const APART = 37;
const BODY = bodyOf('{ dataset { reports } }');

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** How long each change took to be seen at the address (ms). */
async function timesUntilSeen(databaseUrl: string, url: string, times: number): Promise<number[]> {
  const dataSource = await createDataSource(databaseUrl).initialize();
  try {
    const [report] = await dataSource.query<{ id: string }[]>(
      `select r.agency_id || '-' || r.id as id from annual_report as r where r.active order by r.agency_id, r.id limit 1`,
    );
    const said = { by: 'bench', at: new Date(), note: null };
    const taken: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const standing: Standing = time % 2 === 0 ? 'WITHDRAWN' : 'COUNTS';
      const before = await ask(url, BODY);
      await stand(dataSource, report?.id ?? '', standing, { ...said, at: new Date() });
      const since = performance.now();
      while ((await ask(url, BODY)) === before) await delay(1);
      taken.push(performance.now() - since);
      await delay(APART);
    }
    return taken;
  } finally {
    await dataSource.destroy();
  }
}

async function run(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
  const database = await openBenchDatabase(resolve(values.data ?? join(folder, 'data')), REPORTS);
  try {
    const child = await Child.start(STORED, { databaseUrl: database.url, connections: 1, answer: '' });
    try {
      const reports = database.reports.toLocaleString('en');
      console.log(`## Until another process sees a change: ${await machine(database.url)}; ${reports} reports\n`);
      const times = await timesUntilSeen(database.url, child.url, Number(values.times));
      const [p50, p99, most] = [0.5, 0.99, 1].map((share) => percentile(times, share));
      console.log(
        `${times.length} changes: p50 ${p50?.toFixed(0)} ms, p99 ${p99?.toFixed(0)}, at most ${most?.toFixed(0)}.`,
      );
      return (p99 ?? Infinity) <= PROMISED;
    } finally {
      child.end();
    }
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (values.help || !(Number(values.times) > 0)) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else if (!(await run())) process.exitCode = 1;
