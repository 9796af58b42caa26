import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { openEmbedded } from '../src/database/embedded/openEmbedded.js';
import { writeCorpus } from './corpus.js';
import { type Run, runIngest } from './runIngest.js';

const COUNT = 10_000;
/** After which part of the outcomes the first run is killed. */
const KILL_AT = 0.4;
const CLI = fileURLToPath(new URL('../src/cli.js', import.meta.url));

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const rate = (count: number, seconds: number): string =>
  `${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} a second`;
const told = ({ outcomes }: Run): string =>
  Object.entries(outcomes)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ') || 'nothing';

/** What must be 0 but for the first: reports, documents or active revisions that are there twice, and reports in halves. */
const STATE = `
  select
    (select count(*) from annual_report) as reports,
    (select count(*) - count(distinct s.sha256) from source_document as s) as documents_twice,
    (select count(*) from (
      select from annual_report as r where r.active group by r.agency_id, r.year, r.scope having count(*) > 1) as r) as years_twice,
    (select count(*) from annual_report as r
     where not exists (
         select from source_document as s where s.agency_id = r.agency_id and s.report_id = r.id and s.preferred)
       or not exists (select from report_content as c where c.agency_id = r.agency_id and c.report_id = r.id)) as halves`;

type State = Record<'reports' | 'documents_twice' | 'years_twice' | 'halves', string>;

async function stateOf(url: string): Promise<State> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<State>(STATE);
    const [state] = rows;
    if (state === undefined) throw new Error('the database said nothing');
    return state;
  } finally {
    await client.end();
  }
}

const stateText = ({ reports, documents_twice, years_twice, halves }: State): string =>
  `${reports} reports, ${Number(documents_twice) + Number(years_twice)} doubled, ${halves} not whole`;

/** What `gongkai check` says of all totals. */
const checked = async (data: string): Promise<string> => {
  const env = { ...process.env, GONGKAI_DATA: data, DATABASE_URL: '' };
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'check'], { env }).catch(
    (error: unknown) => error as { stdout: string },
  );
  return stdout.trim().split('\n').at(-1) ?? '';
};

/** Usage: node dist/bench/killed.js [COUNT]: a folder goes in with a kill -9 in between, and once more. */
const count = Number(process.argv[2] ?? String(COUNT));
const folder = await mkdtemp(join(tmpdir(), 'gongkai-killed-'));
const data = join(folder, 'data');
const database = await openEmbedded(data);
try {
  const corpus = await writeCorpus(join(folder, 'text'), 'text', count);
  say(`${count} documents of text, corpus ${corpus.sha256}`);
  const first = await runIngest(data, [corpus.folder], Math.round(count * KILL_AT));
  say(
    `killed   after ${first.seconds.toFixed(1)} s: told of ${told(first)}; ${stateText(await stateOf(database.url))}`,
  );
  say(`         check: ${await checked(data)}`);
  const rest = await runIngest(data, [corpus.folder]);
  const taken = first.seconds + rest.seconds;
  say(`the rest ${rest.seconds.toFixed(1)} s: ${told(rest)}; ${stateText(await stateOf(database.url))}`);
  say(`         both ${rate(count, taken)}; check: ${await checked(data)}`);
  const again = await runIngest(data, [corpus.folder]);
  say(`again    ${rate(count, again.seconds)}: ${told(again)}; ${stateText(await stateOf(database.url))}`);
  say(`memory   ${Math.max(first.peakMiB, rest.peakMiB, again.peakMiB).toFixed(0)} MiB at most`);
} finally {
  await database.close();
  await rm(folder, { recursive: true });
}
