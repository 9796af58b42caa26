import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { prepare } from '../../../src/ingest/store/prepare.js';
import { storeAll } from '../../../src/ingest/store/storeAll.js';
import { buildReport } from '../../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../../harness/createTestDatabase.js';

let database: TestDatabase;
beforeEach(async () => void (database = await createTestDatabase()));
afterEach(() => database.drop());

const report = (year: number) => ({ report: prepare(buildReport({ year })), again: false });
const years = async (): Promise<number[]> => {
  const rows = await database.dataSource.query<{ year: number }[]>('select year from annual_report order by year');
  return rows.map(({ year }) => year);
};

test('a report that the database refuses is refused; the others of its batch are stored', async () => {
  const beyond = report(2020);
  const bad = { ...beyond, report: { ...beyond.report, identity: { ...beyond.report.identity, division: '999999' } } };
  const results = await storeAll(database.dataSource, [report(2019), bad, report(2021)], { sample: false });
  expect(results.map((result) => ('status' in result ? result.status : result.reason))).toEqual([
    'stored',
    'UNREADABLE',
    'stored',
  ]);
  expect(await years()).toEqual([2019, 2021]);
});

test('a report with a text that no index holds is refused; the others of its batch are stored', async () => {
  // No index holds so much, however well it is packed.
  const name = Array.from({ length: 4_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join('');
  const long = { report: prepare(buildReport({ year: 2020, agency: name })), again: false };
  const results = await storeAll(database.dataSource, [report(2019), long, report(2021)], { sample: false });
  expect(results.map((result) => ('status' in result ? result.status : result.reason))).toEqual([
    'stored',
    'UNREADABLE',
    'stored',
  ]);
  expect(await years()).toEqual([2019, 2021]);
});

test('characters that no database holds are replaced, not refused', async () => {
  const broken = prepare(buildReport({ text: 'a\0b\ud800c', agency: '南阳市\0财政局' }));
  const [result] = await storeAll(database.dataSource, [{ report: broken, again: false }], { sample: false });
  expect(result).toMatchObject({ status: 'stored' });
  const [row] = await database.dataSource.query<[{ text: string; name: string }]>(
    `select c.narrative -> 0 ->> 'text' as text, a.name from report_content as c join agency as a on a.id = c.agency_id`,
  );
  expect(row).toEqual({ text: 'a\ufffdb\ufffdc', name: '南阳市\ufffd财政局' });
});

test("a lost database is no report's fault", async () => {
  await database.dataSource.destroy();
  await expect(storeAll(database.dataSource, [report(2019)], { sample: false })).rejects.toThrow(
    /connect|initialized|destroyed/i,
  );
  await database.dataSource.initialize();
});

test('so many statements for one report as for forty', async () => {
  const ignore = (): void => undefined;
  const statements = async (count: number): Promise<number> => {
    let asked = 0;
    const counting = {
      logQuery: () => void (asked += 1),
      ...{ logQueryError: ignore, logQuerySlow: ignore, logSchemaBuild: ignore, logMigration: ignore, log: ignore },
    };
    const batch = Array.from({ length: count }, (_, index) => report(2000 + count + index));
    database.dataSource.setOptions({ logging: true, logger: counting });
    await storeAll(database.dataSource, batch, { sample: false });
    return asked;
  };
  const one = await statements(1);
  expect(one).toBeGreaterThan(0);
  expect(await statements(40)).toBeLessThanOrEqual(one + 5);
});
