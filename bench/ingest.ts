import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../src/database/embedded/openEmbedded.js';
import { copyAlone } from './copyAlone.js';
import { KINDS, type Kind, writeCorpus } from './corpus.js';
import { runIngest } from './runIngest.js';

/** Documents of each kind, and how many of them a second are aimed at on two cores. */
const PLAN: Record<Kind, { readonly count: number; readonly target: number }> = {
  text: { count: 10_000, target: 400 },
  html: { count: 3000, target: 150 },
  pdf: { count: 300, target: 15 },
};
const MOST_MIB = 600;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const per = (count: number, seconds: number): string => (count / seconds).toFixed(0);
const outcomesText = (outcomes: Readonly<Record<string, number>>): string =>
  Object.entries(outcomes)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ');

const empty = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('truncate agency, sketch_band cascade');
  await client.end();
};

async function bench(kind: Kind, count: number, folder: string, data: string, url: string): Promise<void> {
  const { target } = PLAN[kind];
  const corpus = await writeCorpus(join(folder, kind), kind, count);
  say(`${kind}: ${count} documents, median ${(corpus.medianBytes / 1000).toFixed(1)} kB, corpus ${corpus.sha256}`);
  const first = await runIngest(data, [corpus.folder]);
  const copy = await copyAlone(url);
  const again = await runIngest(data, [corpus.folder]);
  say(
    `  first   ${first.seconds.toFixed(1)} s, ${per(count, first.seconds)} a second (aim ${target}): ${outcomesText(first.outcomes)}`,
  );
  say(
    `  again   ${again.seconds.toFixed(1)} s, ${per(count, again.seconds)} a second: ${outcomesText(again.outcomes)}`,
  );
  say(
    `  COPY    ${copy.seconds.toFixed(1)} s for the same ${copy.rows} rows, ${(first.seconds / copy.seconds).toFixed(1)} times quicker`,
  );
  say(`  memory  ${Math.max(first.peakMiB, again.peakMiB).toFixed(0)} MiB at most (aim under ${MOST_MIB})`);
  await empty(url);
}

/** Usage: npm run bench:ingest [-- FACTOR], which multiplies the number of documents. */
const factor = Number(process.argv[2] ?? '1');
const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
const data = join(folder, 'data');
const database = await openEmbedded(data);
try {
  say(`Node ${process.version}, ${availableParallelism()} cores, embedded PostgreSQL, whole program from start to end`);
  await runIngest(data, [join(folder, 'nothing-*')]);
  for (const kind of KINDS) await bench(kind, Math.round(PLAN[kind].count * factor), folder, data, database.url);
} finally {
  await database.close();
  await rm(folder, { recursive: true });
}
