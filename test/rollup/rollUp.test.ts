import { describe, expect, test } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { messageOf } from '../../src/errors.js';
import { store } from '../harness/store.js';
import { differences } from '../../src/rollup/check.js';
import { disclosureFact } from '../../src/rollup/facts.js';
import { readTotals } from '../../src/rollup/readTotals.js';
import { rebuildOutdated } from '../../src/rollup/rebuild.js';
import type { Changed } from '../../src/rollup/Changed.js';
import { rollUp } from '../../src/rollup/rollUp.js';
import { buildReport } from '../harness/buildReport.js';
import { withDatabase } from '../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const RECEIVED = 'APPLICATIONS/RECEIVED/TOTAL';
const put = (agency: string, received: number, rest: Parameters<typeof buildReport>[0] = {}) =>
  store(db, buildReport({ agency, figures: { [RECEIVED]: received }, ...rest }), { sample: false });

/** Changes the printed 新收 of a report of 2020 behind the back of the totals. */
const change = (manager: Pick<EntityManager, 'query'>, agencyId: number, received: number): Promise<unknown> =>
  manager.query(`update application_outcome set total = $2 where agency_id = $1 and disposition = 'RECEIVED'`, [
    agencyId,
    received,
  ]);
/** Until somebody waits for a lock on a table. */
async function waitingFor(table: string): Promise<void> {
  const waits = `select from pg_locks as l where l.relation = $1::regclass and not l.granted`;
  while ((await db.query<unknown[]>(waits, [table])).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 10));
}
const changedOf = (agencyId: number): Changed => ({ agencyId, year: 2020, scope: 'OWN' });
/** The first amount of each cell; undefined of one that has none. */
const firstAmounts = async (horizon: string | null = null): Promise<[year: number, amount: number | undefined][]> => {
  const { cells, facts } = await readTotals(db, horizon);
  return cells.map(({ year, from, to }) => [year, facts.amounts.subarray(from, to)[0]]);
};

/** What is written in other databases of the same server holds a horizon back too. */
async function earlierEnded(): Promise<void> {
  const [now] = await db.query<{ xid: string }[]>('select pg_current_xact_id()::text as xid');
  const isOver = async (): Promise<boolean> => {
    const [row] = await db.query<{ over: boolean }[]>(
      'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as over',
      [now?.xid],
    );
    return row?.over === true;
  };
  while (!(await isOver())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('totals', () => {
  test('hold nothing that is zero: a row of zeros costs nothing', async () => {
    await store(db, buildReport(), { sample: false });
    const { cells, rosters } = await readTotals(db, null);
    expect(cells).toEqual([
      {
        ...{ divisionCode: '411300', agencyKind: 'DEPARTMENT', year: 2020, scope: 'OWN', reports: 1, counted: 1 },
        ...{ disclosures2019: 1, disclosures2021: 0, applications2019: 1, applications2021: 0, from: 0, to: 0 },
      },
    ]);
    expect(rosters).toEqual([
      {
        ...{ divisionCode: '411300', agencyKind: 'DEPARTMENT' },
        expected: [{ firstYear: 2020, lastYear: null, agencies: 1 }],
      },
    ]);
  });

  test('are exact decimals where section two prints them', async () => {
    const spent = (agency: string, amount: string) =>
      store(db, buildReport({ agency, figures: { 'DISCLOSURES/PROCUREMENT/PROCUREMENT_AMOUNT': amount } }), {
        sample: false,
      });
    await spent('甲', '0.1');
    await spent('乙', '0.2');
    const { facts } = await readTotals(db, null);
    const fact = disclosureFact('PROCUREMENT/PROCUREMENT_AMOUNT', 'SUM');
    expect(facts.numbers).toEqual(Int16Array.of(fact));
    expect(facts.decimals).toEqual(new Map([[0, '0.3']]));
  });

  test('of a division and year count one consolidated report, that of its government', async () => {
    const consolidated = { scope: 'CONSOLIDATED', kind: 'GOVERNMENT' } as const;
    await put('甲', 3, consolidated);
    await put('乙', 5, consolidated);
    const { cells, facts } = await readTotals(db, null);
    expect(cells).toMatchObject([{ reports: 2, counted: 1 }]);
    expect(facts.amounts).toEqual(Float64Array.of(3, 1));
  });

  test('are not touched where nothing that they hold has changed', async () => {
    const { agencyId } = await put('甲', 3);
    const version = () => db.query('select t.version from total_cell as t');
    const before: unknown = await version();
    await db.transaction((manager) => rollUp(manager, [changedOf(agencyId)]));
    expect(await version()).toEqual(before);
  });

  test('are the same where all are recomputed because so many have changed', async () => {
    const { agencyId } = await put('甲', 3);
    await put('丙', 4, { year: 2021 });
    await db.transaction(async (manager) => {
      await change(manager, agencyId, 8);
      await rollUp(manager, [changedOf(agencyId)], { rebuildFrom: 1 });
    });
    expect(await firstAmounts()).toEqual(
      expect.arrayContaining([
        [2020, 8],
        [2021, 4],
      ]),
    );
    expect(await differences(db)).toEqual([]);
  });

  test.each([
    ['added to', {}],
    ['recomputed', { rebuildFrom: 1 }],
  ])('of another edition are not %s', async (_, options) => {
    const { agencyId } = await put('甲', 3);
    const [{ edition }] = await db.query<[{ edition: string }]>(
      `select r.sha256 as edition from reference_data as r where r.name = 'totals'`,
    );
    const become = (value: string) => db.query(`update reference_data set sha256 = $1 where name = 'totals'`, [value]);
    const stored = () => db.query('select t.*, t.xmin from total_cell as t');
    const before = await stored();
    await become('of a newer program');
    try {
      await expect(put('乙', 4)).rejects.toMatchObject({ code: 'DATABASE_UNSUITABLE' });
      const changing = db.transaction(async (manager) => {
        await change(manager, agencyId, 8);
        await rollUp(manager, [changedOf(agencyId)], options);
      });
      await expect(changing).rejects.toThrow('of another edition');
      expect(await stored()).toEqual(before);
      expect(await db.query('select name from agency')).toEqual([{ name: '甲' }]);
    } finally {
      await become(edition);
    }
  });

  test('are refused where they come to be of another edition while a writer waits for them', async () => {
    await put('甲', 3);
    const migrating = db.createQueryRunner();
    await migrating.startTransaction();
    await migrating.query('lock table total_cell in share row exclusive mode');
    const writing = put('甲', 5, { publishedOn: '2021-03-01' }).then(() => 'written', messageOf);
    await waitingFor('total_cell');
    await migrating.query(`update reference_data set sha256 = 'newer' where name = 'totals'`);
    await migrating.commitTransaction();
    await migrating.release();
    const said = await writing;
    await rebuildOutdated(db);
    expect(said).toContain('of another edition');
    expect(await differences(db)).toEqual([]);
  });

  test('are refused outside a read committed transaction', async () => {
    const { agencyId } = await put('甲', 3);
    await expect(
      db.transaction('REPEATABLE READ', (manager) => rollUp(manager, [changedOf(agencyId)])),
    ).rejects.toThrow('totals are maintained in a read committed transaction');
    await expect(rollUp(db.manager, [changedOf(agencyId)])).rejects.toThrow('totals are maintained in');
  });

  test('are read in part from a horizon on, and with it what was not yet committed then', async () => {
    const { agencyId } = await put('甲', 3);
    await put('丙', 4, { year: 2021 });
    await earlierEnded();
    const open = db.createQueryRunner();
    await open.startTransaction();
    await change(open.manager, agencyId, 8);
    await rollUp(open.manager, [changedOf(agencyId)]);
    await put('乙', 1, { year: 2019 });
    const { horizon } = await readTotals(db, null);
    await open.commitTransaction();
    await open.release();
    const found = await firstAmounts(horizon);
    expect(found).toContainEqual([2020, 8]);
    expect(found.map(([year]) => year)).not.toContain(2021);
    await earlierEnded();
    expect((await readTotals(db, (await readTotals(db, null)).horizon)).cells).toEqual([]);
  });
});

describe('several writers', () => {
  test('lose nothing of each other in one cell', async () => {
    const one = await put('甲', 1);
    const other = await put('乙', 1);
    const [first, second] = [db.createQueryRunner(), db.createQueryRunner()];
    await first.startTransaction();
    await second.startTransaction();
    await change(first.manager, one.agencyId, 10);
    await change(second.manager, other.agencyId, 20);
    await rollUp(first.manager, [changedOf(one.agencyId)]);
    // Waits for the first one, and must then see what that has stored.
    const waiting = rollUp(second.manager, [changedOf(other.agencyId)]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await first.commitTransaction();
    await waiting;
    await second.commitTransaction();
    await first.release();
    await second.release();
    expect(await firstAmounts()).toEqual([[2020, 30]]);
    expect(await differences(db)).toEqual([]);
  });

  test('never wait for each other in a circle, in whatever order they name reports', async () => {
    const keys: Changed[] = [];
    for (const year of [2019, 2020, 2021, 2022])
      for (const division of ['411300', '411302', '411303'])
        keys.push({ agencyId: (await put('甲', 1, { year, division })).agencyId, year, scope: 'OWN' });
    const write = async (order: readonly Changed[], value: number): Promise<void> => {
      for (let round = 0; round < 10; round++)
        await db.transaction(async (manager) => {
          for (const { agencyId } of keys) await change(manager, agencyId, value + round);
          await rollUp(manager, order);
        });
    };
    await Promise.all([
      write(keys, 10),
      write(keys.toReversed(), 50),
      write([...keys.slice(5), ...keys.slice(0, 5)], 90),
    ]);
    expect(await differences(db)).toEqual([]);
  });
});
