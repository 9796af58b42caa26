import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { dump } from '../ingest/store/dump.js';
import { Running } from './run.js';
import { newFolder, removeFolders } from './scene.js';
import { writeReports } from './writeReports.js';

const REPORTS = 600;
const KILLS = Number(process.env['KILLS'] ?? '4');

let folder = '';
let whole: TestDatabase;
let killed: TestDatabase;
beforeAll(async () => {
  folder = await newFolder();
  whole = await createTestDatabase();
  killed = await createTestDatabase();
  await writeReports(join(folder, 'reports'), REPORTS);
});
afterAll(async () => {
  await whole.drop();
  await killed.drop();
  await removeFolders();
});

const start = ({ url }: TestDatabase): Running =>
  new Running(['ingest', '--json', '--jobs', '1', 'reports'], { DATABASE_URL: url, LOG_LEVEL: 'warn' }, folder);

const statuses = (stdout: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const line of stdout.trim().split('\n')) {
    const { status } = JSON.parse(line) as { status: string };
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
};

test('kill -9 at any moment leaves whole reports or none; the next run goes on and ends as if nothing had happened', async () => {
  const began = performance.now();
  const { code, stdout, stderr } = await start(whole).ended;
  const took = performance.now() - began;
  expect([code, Object.values(statuses(stdout)).reduce((sum, count) => sum + count), stderr]).toEqual([0, REPORTS, '']);
  const expected = await dump(whole.dataSource);

  let kills = 0;
  for (let nth = 1; nth <= KILLS; nth++) {
    const running = start(killed);
    await sleep((took * nth) / (KILLS + 1));
    // Later runs find most of it done, and may have ended by then.
    running.signal('SIGKILL');
    const { code: left } = await running.ended;
    expect([null, 0]).toContain(left);
    kills += Number(left === null);
    // What PostgreSQL was at when its client died is finished or undone before anything else is seen.
    await sleep(100);
    const [orphans] = await killed.dataSource.query<[{ n: number }]>(
      `select count(*)::int as n from annual_report as r
       where not exists (select from source_document as s where s.agency_id = r.agency_id and s.report_id = r.id and s.preferred)
         or not exists (select from report_content as c where c.agency_id = r.agency_id and c.report_id = r.id)`,
    );
    expect(orphans.n).toBe(0);
  }
  expect(kills).toBeGreaterThan(0);

  const last = await start(killed).ended;
  expect(last.code).toBe(0);
  expect(await dump(killed.dataSource)).toEqual(expected);
  const again = await start(killed).ended;
  expect(statuses(again.stdout)).toEqual({ unchanged: REPORTS });
});
