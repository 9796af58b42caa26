import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { assign } from '../../../src/ingest/decisions/assign.js';
import { importRoster } from '../../../src/ingest/decisions/importRoster.js';
import { parseRoster } from '../../../src/ingest/decisions/parseRoster.js';
import { store } from '../../../src/ingest/store.js';
import { differences } from '../../../src/rollup/check.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';
import { findingsBetween } from '../../harness/findingsBetween.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const SAID = { by: '某甲', at: new Date('2026-01-01T00:00:00Z'), note: null };
const roster = (...lines: string[]) =>
  importRoster(db, parseRoster(['division,name,kind,from,to', ...lines].join('\n')), SAID);
const put = (sketch: ReportSketch) => store(db, buildReport(sketch), { sample: false });
const agencies = async (): Promise<string[]> => {
  const rows = await db.query<{ said: string }[]>(
    `select concat_ws(' ', a.division_code, a.name, a.kind, a.first_year, coalesce(a.last_year::text, 'open')) as said
     from agency as a order by 1`,
  );
  return rows.map(({ said }) => said);
};

describe('a roster', () => {
  test('makes agencies without any report, told by division and name', async () => {
    await put({ agency: '南阳市财政局', year: 2021 });
    expect(await roster('411300,财政局,,2019,', '411300,南阳市档案局,OTHER,2019,2022')).toEqual({
      agencies: 2,
      added: 1,
    });
    expect(await agencies()).toEqual([
      '411300 南阳市档案局 OTHER 2019 2022',
      '411300 南阳市财政局 DEPARTMENT 2019 open',
    ]);
  });
  test('says the last word on years, but for reports that are there', async () => {
    await roster('411300,南阳市财政局,,2015,2020');
    await put({ agency: '南阳市财政局', year: 2018 });
    await roster('411300,南阳市财政局,,2019,');
    expect(await agencies()).toEqual(['411300 南阳市财政局 DEPARTMENT 2018 open']);
  });
  test('follows what was decided, before and after', async () => {
    const { agencyId } = await put({ agency: '南阳市财政局', year: 2020 });
    const renamed = { division: null, agencyName: '南阳市财政金融局', scope: null };
    await assign(db, { of: 'agency', agencyId }, renamed, SAID);
    await roster('411300,南阳市财政局,,2016,', '411302,宛城区档案局,,2017,2019', '411302,宛城区档案馆,,2018,2021');
    const [row] = await db.query<[{ id: number }]>(`select id from agency where name = '宛城区档案局'`);
    await assign(db, { of: 'agency', agencyId: row.id }, { ...renamed, agencyName: '宛城区档案馆' }, SAID);
    expect(await agencies()).toEqual([
      '411300 南阳市财政金融局 DEPARTMENT 2016 open',
      '411302 宛城区档案馆 OTHER 2017 2021',
    ]);
    expect(await differences(db)).toEqual([]);
  });
  test.each([
    ['2020', '', 'open'],
    ['', '2020', 'open'],
    ['', '', 'open'],
    ['2020', '2022', '2022'],
    ['2022', '2020', '2022'],
  ])('of agencies that become one, until %j and until %j: the longer one holds', async (one, other, merged) => {
    await roster(`411302,宛城区档案局,,2017,${one}`, `411302,宛城区档案馆,,2018,${other}`);
    const [row] = await db.query<[{ id: number }]>(`select id from agency where name = '宛城区档案局'`);
    const name = { division: null, agencyName: '宛城区档案馆', scope: null };
    await assign(db, { of: 'agency', agencyId: row.id }, name, SAID);
    expect(await agencies()).toEqual([`411302 宛城区档案馆 OTHER 2017 ${merged}`]);
    expect(await differences(db)).toEqual([]);
  });
  test('decides whether every part has reported', async () => {
    const figures = (count: number) => ({ figures: { 'APPLICATIONS/RECEIVED/TOTAL': count } });
    await put({ agency: '甲局', division: '411302', year: 2023, ...figures(5) });
    await put({
      agency: '区政府',
      kind: 'GOVERNMENT',
      scope: 'CONSOLIDATED',
      division: '411302',
      year: 2023,
      ...figures(9),
    });
    expect(await findingsBetween(db)).toHaveLength(1);
    await roster('411302,宛城区乙局,,2020,');
    expect(await findingsBetween(db)).toEqual([]);
    await roster('411302,宛城区乙局,,2020,2022');
    expect(await findingsBetween(db)).toHaveLength(1);
  });

  const HEADER = 'division,name,kind,from,to';
  test.each<[string, string, string]>([
    [
      'no such division',
      `${HEADER}\n999999,甲局,,2019,`,
      'line 2, division: expected the code of a division, found "999999"',
    ],
    ['no such kind', `${HEADER}\n411300,甲局,BUREAU,2019,`, 'line 2, kind: expected one of GOVERNMENT'],
    ['no year', `${HEADER}\n411300,甲局,,,`, 'line 2, from: expected a year from 2008 to 2100, found ""'],
    ['the wrong order', `${HEADER}\n411300,甲局,,2020,2019`, 'line 2, to: expected no year before 2020, found "2019"'],
    ['no name', `${HEADER}\n411300,,,2020,`, 'line 2, name: expected the name of an agency, found nothing'],
    ['no header', '411300,甲局,,2020,', 'expected the columns division, name, kind, from, to'],
    ['nothing', '', 'and a line for each agency, found no line'],
    ['a ragged line', `${HEADER}\n411300,甲局`, 'expected a CSV file'],
  ])('is refused as a whole: %s', (_, text, message) => {
    expect(() => parseRoster(text)).toThrow(message);
  });
});
