import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { APPLICANT_COLUMNS } from '../../src/catalog/applicants.js';
import { store } from '../harness/store.js';
import type { Finding } from '../../src/ingest/types.js';
import { differences } from '../../src/rollup/check.js';
import { rebuild } from '../../src/rollup/rebuild.js';
import { buildReport, type ReportSketch } from '../harness/buildReport.js';
import { withDatabase } from '../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const put = async (...sketches: ReportSketch[]): Promise<string[]> => {
  const statuses: string[] = [];
  for (const sketch of sketches) statuses.push((await store(db, buildReport(sketch), { sample: false })).status);
  return statuses;
};
const rows = <Row>(sql: string): Promise<Row[]> => db.query<Row[]>(sql);
const count = async (table: string): Promise<number> =>
  (await rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1;

describe('revisions', () => {
  const first: ReportSketch = { figures: { 'APPLICATIONS/RECEIVED/TOTAL': 5 } };
  const pdfOfFirst: ReportSketch = { ...first, retrievedAt: new Date('2021-03-01T00:00:00Z') };
  const corrected: ReportSketch = { figures: { 'APPLICATIONS/RECEIVED/TOTAL': 6 }, publishedOn: '2021-05-01' };
  const partial: ReportSketch = {
    figures: { ...corrected.figures, 'REVIEWS/RECONSIDERATION/UPHELD': 'ABSENT' },
    publishedOn: '2021-09-01',
  };

  test.each<[string, ReportSketch[], string[]]>([
    ['one document', [first], ['stored']],
    ['the same twice', [first, first], ['stored', 'unchanged']],
    ['the page and its PDF', [first, pdfOfFirst], ['stored', 'unchanged']],
    ['a correction', [first, corrected], ['stored', 'revised']],
    ['another year', [first, { ...first, year: 2021 }], ['stored', 'stored']],
    ['another scope', [first, { ...first, scope: 'CONSOLIDATED' }], ['stored', 'stored']],
  ])('%s', async (_, sketches, statuses) => {
    expect(await put(...sketches)).toEqual(statuses);
  });

  test.each<[string, ReportSketch[]]>([
    ['first, corrected, partial', [first, corrected, partial]],
    ['partial, corrected, first', [partial, corrected, first]],
    ['corrected, first, partial', [corrected, first, partial]],
  ])('%s: the latest of the most whole is active, whatever the order', async (_, sketches) => {
    await put(...sketches);
    const active = await rows<{ published: string; active: boolean }>(
      'select published_on as published, active from annual_report order by published_on nulls first',
    );
    expect(active).toEqual([
      { published: null, active: false },
      { published: '2021-05-01', active: true },
      { published: '2021-09-01', active: false },
    ]);
  });

  test('documents that say the same are sources of one revision; what is read comes from the preferred one', async () => {
    const dated = { ...first, publishedOn: '2021-01-20', retrievedAt: new Date('2020-01-01T00:00:00Z') };
    const finding: Finding = { code: 'SCOPE_ASSUMED', place: null, raw: null, expected: null, actual: 'OWN' };
    await put({ ...first, findings: [finding] }, dated);
    expect(await rows('select published_on as published, revision from annual_report')).toEqual([
      { published: '2021-01-20', revision: 1 },
    ]);
    expect(await rows('select preferred, published_on as published from source_document order by 1')).toEqual([
      { preferred: false, published: null },
      { preferred: true, published: '2021-01-20' },
    ]);
    expect(await count('finding')).toBe(0);
  });

  test.each([
    ['2021-01-20', '2021-03-01'],
    ['2021-03-01', '2021-01-20'],
  ])('a report is as old as the first of its documents: %s, %s', async (...days) => {
    const late: Finding = { code: 'LATE', place: null, raw: null, expected: '2021-01-31', actual: '2021-03-01' };
    await put(
      ...days.map((publishedOn) => ({ ...first, publishedOn, findings: publishedOn > '2021-02' ? [late] : [] })),
    );
    expect(await rows('select published_on as published from annual_report')).toEqual([{ published: '2021-01-20' }]);
    expect(await count('finding')).toBe(0);
  });

  test('writers of the same report at the same time leave one revision and one active', async () => {
    await Promise.all(
      [first, first, pdfOfFirst, corrected, partial, first].map((sketch) =>
        store(db, buildReport(sketch), { sample: false }),
      ),
    );
    expect(
      await rows('select count(*)::int as n, count(*) filter (where active)::int as a from annual_report'),
    ).toEqual([{ n: 3, a: 1 }]);
    expect(await count('source_document')).toBe(4);
  });
});

describe('agencies', () => {
  test.each<[string, ReportSketch[], number]>([
    ['division and name', [{}, { year: 2021 }], 1],
    ['another division', [{}, { division: '411400' }], 2],
    ['name and site while the division is unknown', [site('a.gov.cn', 2020), site('a.gov.cn', 2021)], 1],
    ['another site', [site('a.gov.cn', 2020), site('b.gov.cn', 2020)], 2],
    ['neither: each document alone', [site(null, 2020), site(null, 2021)], 2],
  ])('%s', async (_, sketches, agencies) => {
    await put(...sketches);
    expect(await count('agency')).toBe(agencies);
  });

  test('are known from the first year they report on', async () => {
    await put({ year: 2021 }, { year: 2019 }, { year: 2023 });
    expect(await rows('select first_year as year from agency')).toEqual([{ year: 2019 }]);
  });

  test.each<[string, ReportSketch[], unknown[]]>([
    ['is not made for it', [], [{ division: '410300', year: 2019 }]],
    [
      'is expected to report from no earlier year',
      [{ year: 2021 }],
      [
        { division: '410300', year: 2019 },
        { division: '411300', year: 2021 },
      ],
    ],
  ])('where its document is kept with another, an agency %s', async (_, more, agencies) => {
    const moved: ReportSketch = { year: 2019 };
    await put(moved);
    await db.query(`update agency set division_code = '410300'`);
    await rebuild(db);
    expect(await put(...more, moved)).toEqual([...more.map(() => 'stored'), 'unchanged']);
    expect(await rows('select division_code as division, first_year as year from agency order by 1')).toEqual(agencies);
    expect(await differences(db)).toEqual([]);
  });
});

function site(host: string | null, year: number): ReportSketch {
  return { division: null, site: host, year };
}

const ONE_OF_EACH_ABSENT = {
  'APPLICATIONS/NOT_HELD/TOTAL': 'ABSENT',
  'REVIEWS/LITIGATION_DIRECT/OTHER': 'ABSENT',
  'DISCLOSURES/LICENSES/DECISIONS': 'ABSENT',
} as const;
const ROW_ABSENT = Object.fromEntries(
  APPLICANT_COLUMNS.map((column) => [`APPLICATIONS/NOT_HELD/${column}`, 'ABSENT'] as const),
);

describe('rows of zeros', () => {
  test.each<[string, ReportSketch, number, number, number]>([
    ['a whole table of zeros', {}, 0, 0, 0],
    ['one figure', { figures: { 'APPLICATIONS/NOT_HELD/TOTAL': 1 } }, 1, 0, 0],
    ['a blank row', { figures: { 'APPLICATIONS/NOT_HELD/TOTAL': 'BLANK' } }, 1, 0, 0],
    ['not whole: all that was located', { figures: ONE_OF_EACH_ABSENT }, 23, 3, 21],
    ['not whole: a row that was not located', { figures: ROW_ABSENT }, 22, 0, 0],
    ['no table', { applicationForm: null, disclosureForm: 'FORM_2021' }, 0, 0, 0],
  ])('%s', async (_, sketch, outcomes, reviews, disclosures) => {
    await put(sketch);
    expect([
      await count('application_outcome'),
      await count('review_litigation'),
      await count('proactive_disclosure'),
    ]).toEqual([outcomes, reviews, disclosures]);
  });
});

describe('the database refuses', () => {
  test.each<[string, string, string]>([
    ['a second active revision', 'update annual_report set active = true', 'annual_report_active_key'],
    ['a row without a report', `insert into review_litigation values (1, 99, 'RECONSIDERATION')`, '_fk'],
    ['a report without an agency', 'delete from agency', 'annual_report_agency_id_fk'],
    ['a printed parent', `update application_outcome set disposition = 'DENIED'`, 'application_outcome_printed'],
    [
      'a value without its state',
      `update proactive_disclosure set value = null`,
      'proactive_disclosure_value_reported',
    ],
    ['a division that is not there', `update agency set division_code = '999999'`, 'agency_division_code_fk'],
  ])('%s', async (_, sql, constraint) => {
    await put(
      { figures: { 'APPLICATIONS/NOT_HELD/TOTAL': 1, 'DISCLOSURES/LICENSES/DECISIONS': 2 } },
      { figures: { 'APPLICATIONS/NOT_HELD/TOTAL': 2, 'DISCLOSURES/LICENSES/DECISIONS': 2 } },
    );
    await expect(db.query(sql)).rejects.toThrow(constraint);
  });
});
