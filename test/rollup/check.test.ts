import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { differences } from '../../src/rollup/check.js';
import { readTotals } from '../../src/rollup/readTotals.js';
import { rebuild, rebuildOutdated } from '../../src/rollup/rebuild.js';
import { buildReport } from '../harness/buildReport.js';
import { store } from '../harness/store.js';
import { withDatabase } from '../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const report = buildReport({ figures: { 'APPLICATIONS/RECEIVED/TOTAL': 3 } });

describe('what was changed behind the back of the totals', () => {
  test.each([
    [
      'a figure',
      `update application_outcome set total = 9`,
      ['411300/DEPARTMENT/2020/OWN APPLICATIONS/RECEIVED/TOTAL/SUM 3 9'],
    ],
    [
      'a report that no longer counts',
      'update annual_report set active = false',
      [
        'APPLICATIONS/RECEIVED/DISAGREEING 1 null',
        'APPLICATIONS/RECEIVED/TOTAL/SUM 3 null',
        'applications_2019 1 null',
        'counted 1 null',
        'disclosures_2019 1 null',
        'reports 1 null',
      ].map((line) => `411300/DEPARTMENT/2020/OWN ${line}`),
    ],
    [
      'a year that is expected',
      'update agency set last_year = 2021',
      ['411300/DEPARTMENT expected 2020- 1 null', '411300/DEPARTMENT expected 2020-2021 null 1'],
    ],
    [
      'a cell',
      `update total_cell set amounts = '{3,7}'`,
      ['411300/DEPARTMENT/2020/OWN APPLICATIONS/RECEIVED/DISAGREEING 7 1'],
    ],
    ['a cell that is gone', 'delete from total_cell', ['411300/DEPARTMENT/2020/OWN reports null 1']],
    ['a roster', 'delete from total_roster', ['411300/DEPARTMENT expected 2020- null 1']],
  ])('is found: %s', async (_, sql, lines) => {
    await store(db, report, { sample: false });
    await db.query(sql);
    const found = await differences(db);
    const told = found.map(({ place, fact, stored, recomputed }) => `${place} ${fact} ${stored} ${recomputed}`);
    expect(told).toEqual(expect.arrayContaining(lines));
    await rebuild(db);
    expect(await differences(db)).toEqual([]);
  });

  test('is made anew where the totals are of another edition, and left alone where not', async () => {
    await store(db, report, { sample: false });
    await db.query('delete from total_cell');
    await rebuildOutdated(db);
    expect((await readTotals(db, null)).cells).toEqual([]);
    await db.query(`update reference_data set sha256 = '' where name = 'totals'`);
    await expect(readTotals(db, null)).rejects.toThrow('of another edition');
    await rebuildOutdated(db);
    expect((await readTotals(db, null)).cells).toMatchObject([{ year: 2020, reports: 1 }]);
    expect(await differences(db)).toEqual([]);
  });
});
