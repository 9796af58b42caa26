import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { assign } from '../../../src/ingest/decisions/assign.js';
import type { Decision } from '../../../src/ingest/decisions/Decision.js';
import { parseTarget } from '../../../src/ingest/decisions/parseTarget.js';
import { store } from '../../harness/store.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const SAID = { by: '某甲', at: new Date('2026-01-01T00:00:00Z'), note: null };
const put = async (...sketches: ReportSketch[]): Promise<string[]> => {
  const statuses: string[] = [];
  for (const sketch of sketches) statuses.push((await store(db, buildReport(sketch), { sample: false })).status);
  return statuses;
};
const decide = (target: string, decision: Partial<Decision>) =>
  assign(db, parseTarget(target), { division: null, agencyName: null, scope: null, ...decision }, SAID);
const agencyId = async (name: string): Promise<string> => {
  const [row] = await db.query<{ id: string }[]>('select id::text from agency where name = $1', [name]);
  return row?.id ?? 'none';
};
const reportId = async (year: number, name = '%'): Promise<string> => {
  const [row] = await db.query<{ id: string }[]>(
    `select a.id || '-' || r.id as id from annual_report as r join agency as a on a.id = r.agency_id
     where r.year = $1 and a.name like $2`,
    [year, name],
  );
  return row?.id ?? 'none';
};

/** Every revision as `division agency year scope basis revision active sources`. */
const revisions = async (): Promise<string[]> => {
  const rows = await db.query<{ said: string }[]>(
    `select concat_ws(' ', coalesce(a.division_code, '?'), a.name, r.year, r.scope, r.scope_basis, r.revision,
       case when r.active then 'active' end,
       (select count(*) from source_document as s where s.agency_id = r.agency_id and s.report_id = r.id)) as said
     from annual_report as r join agency as a on a.id = r.agency_id
     order by a.division_code, a.name, r.year, r.scope, r.revision`,
  );
  return rows.map(({ said }) => said);
};
const agencies = async (): Promise<string[]> => {
  const rows = await db.query<{ said: string }[]>(
    `select concat_ws(' ', a.division_code, a.normalized_name, a.name, a.aliases::text, a.first_year) as said
     from agency as a order by 1`,
  );
  return rows.map(({ said }) => said);
};

const unknown = (year: number, rest: ReportSketch = {}): ReportSketch => ({
  agency: '教育局',
  division: null,
  site: 'www.example.gov.cn',
  year,
  ...rest,
});
const known = (year: number, rest: ReportSketch = {}): ReportSketch => ({ agency: '南阳市教育局', year, ...rest });
const received = (count: number): ReportSketch => ({ figures: { 'APPLICATIONS/RECEIVED/TOTAL': count } });

describe('a division for an agency', () => {
  test('places it, and every report of it that comes later', async () => {
    await put(unknown(2020));
    const { agencyId: id, agencyName } = await decide(await agencyId('教育局'), { division: '411300' });
    expect([String(id), agencyName]).toEqual([await agencyId('教育局'), '教育局']);
    await put(unknown(2021), known(2022));
    expect(await agencies()).toEqual(['411300 南阳市教育局 教育局 {南阳市教育局} 2020']);
    expect(await revisions()).toEqual([
      '411300 教育局 2020 OWN DEFAULT 1 active 1',
      '411300 教育局 2021 OWN DEFAULT 1 active 1',
      '411300 教育局 2022 OWN DEFAULT 1 active 1',
    ]);
  });

  test('merges it with the agency that it is then: nothing is lost', async () => {
    await put(known(2020, received(1)), unknown(2020, received(1)), unknown(2020, received(2)), unknown(2019));
    await put(known(2020, { ...received(3), publishedOn: '2021-04-01' }));
    await decide(await agencyId('教育局'), { division: '411300' });
    expect(await agencies()).toEqual(['411300 南阳市教育局 南阳市教育局 {教育局} 2019']);
    expect(await revisions()).toEqual([
      '411300 南阳市教育局 2019 OWN DEFAULT 1 active 1',
      '411300 南阳市教育局 2020 OWN DEFAULT 1 2',
      '411300 南阳市教育局 2020 OWN DEFAULT 2 1',
      '411300 南阳市教育局 2020 OWN DEFAULT 3 active 1',
    ]);
    const before = await revisions();
    expect(await put(unknown(2020, received(2)), known(2020, received(1)))).toEqual(['unchanged', 'unchanged']);
    expect(await revisions()).toEqual(before);
  });

  test('settles what was open', async () => {
    const open = { place: null, raw: '教育局', expected: null, actual: null };
    const findings = [
      { ...open, code: 'DIVISION_UNKNOWN' as const },
      { ...open, code: 'SECTION_MISSING' as const, place: '6', raw: null },
    ];
    await put(unknown(2020, { findings, publishedOn: '2021-02-03' }));
    await decide(await agencyId('教育局'), { division: '411300' });
    await put(unknown(2021, { findings, publishedOn: '2022-02-03' }));
    const rows = await db.query<{ said: string }[]>(
      `select concat_ws(' ', r.year, f.code, f.expected, f.actual) as said from finding as f
       join annual_report as r on r.agency_id = f.agency_id and r.id = f.report_id order by 1`,
    );
    expect(rows.map(({ said }) => said)).toEqual([
      '2020 LATE 2021-01-31 2021-02-03',
      '2020 SECTION_MISSING',
      '2021 LATE 2022-01-31 2022-02-03',
      '2021 SECTION_MISSING',
    ]);
  });

  test('follows one decision after another, and the last word counts', async () => {
    await put(unknown(2020));
    await decide(await agencyId('教育局'), { division: '411300' });
    await decide(await agencyId('教育局'), { agencyName: '南阳市教育体育局' });
    await decide(await agencyId('南阳市教育体育局'), { division: '411302', agencyName: '宛城区教育局' });
    await put(unknown(2021), known(2022));
    expect(await agencies()).toEqual(['411302 宛城区教育局 宛城区教育局 {教育局,南阳市教育体育局} 2020']);
    await decide(await agencyId('宛城区教育局'), { division: '411300', agencyName: '南阳市教育局' });
    expect((await agencies()).map((text) => text.slice(0, 13))).toEqual(['411300 南阳市教育局']);
    expect(await put(unknown(2021), known(2022), known(2023))).toEqual(['unchanged', 'unchanged', 'stored']);
    expect((await agencies()).length).toBe(1);
  });
});

describe('a report', () => {
  test('of several that one name and site are taken for goes alone, and its copies with it', async () => {
    const [first, second] = [unknown(2020, received(1)), unknown(2020, received(2))];
    await put(first, second);
    const { sha256 } = buildReport(second).source;
    await decide(sha256, { division: '411302' });
    expect(await put({ ...second, retrievedAt: new Date('2022-02-02T00:00:00Z') })).toEqual(['unchanged']);
    expect(await revisions()).toEqual([
      '411302 教育局 2020 OWN DEFAULT 1 active 2',
      '? 教育局 2020 OWN DEFAULT 1 active 1',
    ]);
    expect((await agencies())[0]).toBe('411302 宛城区教育局 教育局 {} 2020');
  });

  test('of an agency that it leaves empty takes it along', async () => {
    await put({ agency: '某局', division: null, site: null, year: 2020 });
    await decide(await reportId(2020), { division: '411300', agencyName: '南阳市财政局' });
    await put({ agency: '某局', division: null, site: null, year: 2020 });
    expect(await agencies()).toEqual(['411300 南阳市财政局 南阳市财政局 {} 2020']);
  });

  test('of another scope than was read', async () => {
    const read: ReportSketch = {
      agency: '南阳市人民政府',
      kind: 'GOVERNMENT',
      scope: 'CONSOLIDATED',
      year: 2020,
      ...received(5),
    };
    const findings = [
      { code: 'SCOPE_ASSUMED' as const, place: null, raw: null, expected: null, actual: 'CONSOLIDATED' },
    ];
    await put({ ...read, findings }, { ...read, year: 2021 });
    await decide(await reportId(2020), { scope: 'OWN' });
    expect(await db.query('select code from finding')).toEqual([]);
    await put({ ...read, findings }, { ...read, retrievedAt: new Date('2023-01-01T00:00:00Z') });
    expect(await revisions()).toEqual([
      '411300 南阳市人民政府 2020 OWN DECISION 1 active 2',
      '411300 南阳市人民政府 2021 CONSOLIDATED DEFAULT 1 active 1',
    ]);
    await decide(await agencyId('南阳市人民政府'), { scope: 'CONSOLIDATED' });
    await put({ ...read, year: 2022, scope: 'OWN' });
    // What was decided of the one report goes before what was decided of the agency.
    expect(await revisions()).toEqual([
      '411300 南阳市人民政府 2020 OWN DECISION 1 active 2',
      '411300 南阳市人民政府 2021 CONSOLIDATED DECISION 1 active 1',
      '411300 南阳市人民政府 2022 CONSOLIDATED DECISION 1 active 1',
    ]);
  });
});

describe('what cannot be assigned', () => {
  test.each<[string, string, Partial<Decision>, string]>([
    ['no such agency', '999999', { division: '411300' }, 'no agency has the id 999999'],
    ['no such report', '1-999999', { division: '411300' }, 'no report has the id 1-999999'],
    [
      'no such document',
      'ab'.repeat(32),
      { division: '411300' },
      `no stored document has the sha256 ${'ab'.repeat(32)}`,
    ],
    ['no such division', '1', { division: '999999' }, 'expected the code of a division, found "999999"'],
    ['no name', '1', { agencyName: ' ' }, 'expected a name of at most 200 characters'],
    [
      'a name of two lines',
      '1',
      { agencyName: '南阳市\n教育局' },
      'none of them a control character, found "南阳市\\n教育局"',
    ],
    ['nothing', '1', {}, 'expected a division, the name of an agency or a scope, found nothing to assign'],
  ])('%s', async (_, target, decision, message) => {
    await expect(decide(target, decision)).rejects.toThrow(message);
  });

  test('neither id nor sha256', () => {
    expect(() => parseTarget('教育局')).toThrow('found "教育局"');
  });
});
