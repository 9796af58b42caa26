import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { assign } from '../../../src/ingest/decisions/assign.js';
import { importRoster } from '../../../src/ingest/decisions/importRoster.js';
import { parseRoster } from '../../../src/ingest/decisions/parseRoster.js';
import { store } from '../../harness/store.js';
import { differences } from '../../../src/rollup/check.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';
import { findingsBetween } from '../../harness/findingsBetween.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const SAID = { by: '某甲', at: new Date('2026-01-01T00:00:00Z'), note: null };
const roster = (...lines: string[]) =>
  importRoster(db, parseRoster('r.csv', ['division,name,kind,from,to', ...lines].join('\n')), SAID);
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
  test('may leave out what the name tells, and columns in any case and order', async () => {
    await importRoster(db, parseRoster('r.csv', 'From,Name,Division\n2019,南阳市财政局,411300'), SAID);
    expect(await agencies()).toEqual(['411300 南阳市财政局 DEPARTMENT 2019 open']);
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
  const HEADERS = 'expected columns division, name, kind, from, to, of which kind and to may be left out';
  const NAMES = 'r.csv:2 name: expected a name of at most 200 characters, none of them a control character';
  test.each<[string, string, string]>([
    [
      'no such division',
      `${HEADER}\n999999,甲局,,2019,`,
      'r.csv:2 division: expected the code of a division, six digits, came "999999"',
    ],
    ['no such kind', `${HEADER}\n411300,甲局,BUREAU,2019,`, 'r.csv:2 kind: expected one of GOVERNMENT'],
    ['no year', `${HEADER}\n411300,甲局,,,`, 'r.csv:2 from: expected a year from 2008 to 2100, came nothing'],
    ['a number that is no year', `${HEADER}\n411300,甲局,,2.02e3,`, 'r.csv:2 from: expected a year from 2008 to 2100'],
    ['the wrong order', `${HEADER}\n411300,甲局,,2020,2019`, 'r.csv:2 to: expected no year before 2020, came 2019'],
    ['no name', `${HEADER}\n411300,,,2020,`, `${NAMES}, came nothing`],
    ['a name that no database takes', `${HEADER}\n411300,甲\0局,,2020,`, `${NAMES}, came "甲\\u0000局"`],
    ['a name that no index takes', `${HEADER}\n411300,${'甲'.repeat(201)},,2020,`, `${NAMES}, came "甲甲`],
    ['what stands behind empty lines', `${HEADER}\n\n411300,甲局,,2020,\n\n411300,乙局,,20,`, 'r.csv:5 from: '],
    ['no header', '411300,甲局,,2020,', `r.csv:1: ${HEADERS}, came 411300, 甲局, , 2020, `],
    [
      'a misspelled column',
      'division,name,from,until\n411300,甲局,2019,2020',
      `${HEADERS}, came division, name, from, until`,
    ],
    ['a column twice', 'division,name,from,from\n411300,甲局,2019,2020', `${HEADERS}, came division, name, from, from`],
    ['no line', HEADER, 'r.csv:1: expected a line for each agency, came none'],
    ['nothing', '', `r.csv:1: ${HEADERS}, came nothing`],
    ['a ragged line', `${HEADER}\n411300,甲局`, 'r.csv:2: expected comma-separated values, came Invalid Record Length'],
  ])('is refused as a whole: %s', (_, text, message) => {
    expect(() => parseRoster('r.csv', text)).toThrow(message);
  });
});
