import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { assign } from '../../../src/ingest/decisions/assign.js';
import type { ManifestEntry } from '../../../src/ingest/manifest/ManifestEntry.js';
import { store } from '../../harness/store.js';
import { knowAgencies } from '../../../src/ingest/store/knowAgencies.js';
import { differences } from '../../../src/rollup/check.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const agencies = async (): Promise<string[]> => {
  const rows = await db.query<{ said: string }[]>(
    `select concat_ws(' ', a.division_code, a.name, a.kind, a.first_year) as said from agency as a order by 1`,
  );
  expect(await differences(db)).toEqual([]);
  return rows.map(({ said }) => said);
};
const put = (sketch: ReportSketch) => store(db, buildReport(sketch), { sample: false });

describe('an agency that a manifest names, whose document was refused', () => {
  test.each<[string, ManifestEntry[], string[]]>([
    [
      'is expected from the year on that is said first',
      [
        { agency: '南阳市财政局', year: 2021 },
        { agency: '南阳市 财政局', year: 2019 },
        { agency: '南阳市财政局', year: 2020, division: '411300' },
      ],
      ['411300 南阳市财政局 DEPARTMENT 2019'],
    ],
    ['by its place is its government', [{ agency: '南阳市', year: 2021 }], ['411300 南阳市人民政府 GOVERNMENT 2021']],
    [
      'has the division of the manifest where its name leaves it open',
      [{ agency: '鼓楼区财政局', year: 2021, division: '320106' }],
      ['320106 鼓楼区财政局 DEPARTMENT 2021'],
    ],
    ['is nobody without a division', [{ agency: '鼓楼区财政局', year: 2021 }], []],
    ['is nobody without a year', [{ agency: '南阳市财政局', division: '411300' }], []],
    ['is nobody without a name', [{ year: 2021, division: '411300' }], []],
  ])('%s', async (_, entries, expected) => {
    await knowAgencies(db, entries);
    expect(await agencies()).toEqual(expected);
  });

  test('is the one whose reports come later or came before', async () => {
    await put({ agency: '南阳市民政局', division: '411300', year: 2020 });
    await knowAgencies(db, [
      { agency: '南阳市民政局', year: 2021 },
      { agency: '南阳市财政局', year: 2020 },
    ]);
    await put({ agency: '南阳市财政局', division: '411300', year: 2022 });
    expect(await agencies()).toEqual(['411300 南阳市民政局 DEPARTMENT 2020', '411300 南阳市财政局 DEPARTMENT 2020']);
  });

  test('goes with what was decided of it, then and later', async () => {
    const said = { by: '某甲', at: new Date('2026-01-01T00:00:00Z'), note: null };
    await put({ agency: '南阳市教委', division: '411300', year: 2022 });
    const [{ id }] = await db.query<[{ id: number }]>('select id from agency');
    await knowAgencies(db, [{ agency: '南阳市教育局', year: 2019 }]);
    const renamed = { division: null, agencyName: '南阳市教育局', scope: null };
    await assign(db, { of: 'agency', agencyId: id }, renamed, said);
    expect(await agencies()).toEqual(['411300 南阳市教育局 DEPARTMENT 2019']);
    await knowAgencies(db, [{ agency: '南阳市教委', year: 2018 }]);
    expect(await agencies()).toEqual(['411300 南阳市教育局 DEPARTMENT 2018']);
  });

  test('again changes nothing', async () => {
    const version = () => db.query('select sum(version) as said from dataset_version');
    await knowAgencies(db, [{ agency: '南阳市财政局', year: 2020 }]);
    const before = await version();
    await knowAgencies(db, [{ agency: '南阳市财政局', year: 2021 }]);
    expect(await version()).toEqual(before);
  });
});
