import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { assign } from '../../../src/ingest/decisions/assign.js';
import { importRoster } from '../../../src/ingest/decisions/importRoster.js';
import { store } from '../../harness/store.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';
import { findingsBetween } from '../../harness/findingsBetween.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const RECEIVED = 'APPLICATIONS/RECEIVED/TOTAL';
const CITY = '411300';
const [COUNTY, OTHER_COUNTY] = ['411302', '411303'];

const own = (agency: string, received: number | 'BLANK', rest: ReportSketch = {}): ReportSketch => ({
  agency,
  division: COUNTY,
  year: 2023,
  applicationForm: 'FORM_2021',
  figures: { [RECEIVED]: received },
  ...rest,
});
const whole = (division: string, received: number, rest: ReportSketch = {}): ReportSketch =>
  own(`${division}政府`, received, { division, kind: 'GOVERNMENT', scope: 'CONSOLIDATED', ...rest });

const put = async (sketches: readonly ReportSketch[]): Promise<string[]> => {
  for (const sketch of sketches) await store(db, buildReport(sketch), { sample: false });
  return findingsBetween(db);
};
const found = (division: string, parts: number, figure: number, place = RECEIVED): string =>
  `${division}政府 2023 SCOPE_SUM ${place} ${parts}→${figure}`;

const PARTS = [own('甲局', 40), own('乙局', 30), own('丙局', 50)];

describe('SCOPE_SUM', () => {
  test.each<[string, readonly ReportSketch[], readonly string[]]>([
    ['below its parts', [...PARTS, whole(COUNTY, 95)], [found(COUNTY, 120, 95)]],
    ['equal to its parts', [...PARTS, whole(COUNTY, 120)], []],
    ['above them, every agency has reported', [...PARTS, whole(COUNTY, 130)], [found(COUNTY, 120, 130)]],
    ['above them, one has not', [...PARTS, own('丁局', 1, { year: 2022 }), whole(COUNTY, 130)], []],
    [
      'below them, one has not',
      [...PARTS, own('丁局', 1, { year: 2022 }), whole(COUNTY, 119)],
      [found(COUNTY, 120, 119)],
    ],
    ['above them, one is blank', [...PARTS, own('丁局', 'BLANK'), whole(COUNTY, 130)], []],
    ['below them, one is blank', [...PARTS, own('丁局', 'BLANK'), whole(COUNTY, 110)], [found(COUNTY, 120, 110)]],
    ['VERTICAL ones are no parts', [...PARTS, own('税务局', 9, { kind: 'VERTICAL' }), whole(COUNTY, 120)], []],
    ['nothing to add up', [whole(COUNTY, 95)], []],
    ['blank itself', [...PARTS, whole(COUNTY, 0, { figures: { [RECEIVED]: 'BLANK' } })], []],
    ['zeros of its own', [...PARTS, whole(COUNTY, 0, { figures: {} })], [found(COUNTY, 120, 0)]],
    ['another year', [...PARTS, whole(COUNTY, 95, { year: 2022 })], []],
    ['the government comes first', [whole(COUNTY, 95), ...PARTS], [found(COUNTY, 120, 95)]],
    ['the report of a department is none of a division', [...PARTS, { ...whole(COUNTY, 1), kind: 'DEPARTMENT' }], []],
    [
      "a child's own report stands for its parts",
      [...PARTS, whole(COUNTY, 120), own('市局', 5, { division: CITY }), whole(CITY, 124)],
      [found(CITY, 125, 124)],
    ],
    [
      "a child's parts where it has none",
      [...PARTS, own('市局', 5, { division: CITY }), whole(CITY, 124)],
      [found(CITY, 125, 124)],
    ],
    [
      'counties without any report: parts are missing',
      [...PARTS, own('市局', 5, { division: CITY }), whole(CITY, 999)],
      [],
    ],
    ['grandchildren', [...PARTS, whole('410000', 119)], [found('410000', 120, 119)]],
    [
      'what a child hides is counted once',
      [...PARTS, whole(COUNTY, 120), own('某局', 7, { division: OTHER_COUNTY }), whole(CITY, 127)],
      [],
    ],
  ])('%s', async (_, sketches, expected) => {
    expect(await put(sketches)).toEqual(expected);
  });

  const onlyReviews: ReportSketch = { applicationForm: null, disclosureForm: 'FORM_2021', reviewForm: 'FORM_2021' };
  const forms: ReportSketch = { applicationForm: 'FORM_2019', disclosureForm: 'FORM_2019' };
  test.each<[string, string, ReportSketch, ReportSketch, readonly string[]]>([
    ['fees in money', 'DISCLOSURES/FEES/FEE_AMOUNT', {}, {}, ['2.5→1.25']],
    ['a change below, one agency', 'DISCLOSURES/LICENSES/CHANGE', forms, forms, ['2.5→1.25']],
    ['suits', 'REVIEWS/LITIGATION_DIRECT/TOTAL', {}, {}, ['3→1']],
    ['suits, of a part without section three', 'REVIEWS/LITIGATION_DIRECT/TOTAL', onlyReviews, {}, ['3→1']],
    ['suits, without section three itself', 'REVIEWS/LITIGATION_DIRECT/TOTAL', {}, onlyReviews, ['3→1']],
    ['suits, of a part without section four', 'REVIEWS/LITIGATION_DIRECT/TOTAL', { reviewForm: null }, {}, []],
    ['another form', 'DISCLOSURES/LICENSES/CHANGE', forms, {}, []],
  ])('%s', async (_, place, part, total, expected) => {
    const [more, less] = place.startsWith('REVIEWS') || place.startsWith('APPL') ? [3, 1] : ['2.5', '1.25'];
    const said = await put([
      own('甲局', 0, { ...part, figures: { [place]: more } }),
      whole(COUNTY, 0, { ...total, figures: total === part || part !== forms ? { [place]: less } : {} }),
    ]);
    expect(said.map((text) => text.split(' ').slice(3).join(' '))).toEqual(
      expected.map((operands) => `${place} ${operands}`),
    );
  });

  const ROWS = ['OVERDUE_CORRECTION', 'OVERDUE_FEE', 'OTHER_REASON'];
  type Other = number | readonly (number | string)[];
  /** 其他处理, as one row in the form of 2019 and as three in that of 2021. */
  const other = (printed: Other): ReportSketch =>
    typeof printed === 'number'
      ? { ...forms, figures: { 'APPLICATIONS/OTHER_HANDLING/TOTAL': printed } }
      : { figures: Object.fromEntries(ROWS.map((row, at) => [`APPLICATIONS/${row}/TOTAL`, printed[at] ?? 0])) };
  test.each<[parts: readonly Other[], total: Other, expected: string[]]>([
    [[4, [1, 2, 3]], 9, ['OTHER_HANDLING 10→9']],
    [[4, [1, 2, 3]], 10, []],
    [[4, [1, 2, 3]], 11, ['OTHER_HANDLING 10→11']],
    [[4, [1, 2, 3]], [1, 2, 6], ['OTHER_HANDLING 10→9']],
    [[4, [1, 2, 3]], [1, 1, 8], ['OVERDUE_FEE 2→1']],
    [[4], [0, 0, 0], ['OTHER_HANDLING 4→0']],
    // A blank makes a part unknown, and a total no operand.
    [[4, [1, 'BLANK', 3]], 5, []],
    [[4, [1, 'BLANK', 3]], 3, ['OTHER_HANDLING 4→3']],
    [[4], [1, 'BLANK', 1], []],
    // In one form the rows say it.
    [[[1, 2, 3]], [1, 2, 2], ['OTHER_REASON 3→2']],
  ])('其他处理 of parts %j in %j: %j', async (parts, total, expected) => {
    const said = await put([
      ...parts.map((printed, at) => own(`第${at}局`, 0, other(printed))),
      whole(COUNTY, 0, other(total)),
    ]);
    expect(said.map((text) => text.split('APPLICATIONS/').at(-1)?.replace('/TOTAL', ''))).toEqual(expected);
  });
});

describe('SCOPE_SUM follows', () => {
  const SAID = { by: '某甲', at: new Date('2026-01-01T00:00:00Z'), note: null };
  const GOVERNMENT = '宛城区政府';
  const wrong = async (): Promise<string[]> => (await findingsBetween(db)).filter((said) => said.includes('SCOPE_SUM'));
  const decide = async (of: 'document' | 'agency', decision: { agencyName?: string; scope?: 'OWN' }): Promise<void> => {
    const [row] = await db.query<{ agencyId: number; sha256: string }[]>(
      `select a.id as "agencyId", s.sha256 from agency as a
       join source_document as s on s.agency_id = a.id where a.name = $1`,
      [GOVERNMENT],
    );
    if (row === undefined) throw new Error('there is no such agency');
    const target = of === 'document' ? { of, sha256: row.sha256 } : { of, agencyId: row.agencyId };
    await assign(db, target, { division: null, agencyName: null, scope: null, ...decision }, SAID);
  };
  test.each<[string, () => Promise<unknown>]>([
    ['is of its own figures', () => decide('document', { scope: 'OWN' })],
    ["is another agency's", () => decide('document', { agencyName: '宛城区人民政府办公室' })],
    ["is another agency's, of its own figures", () => decide('document', { agencyName: '甲局', scope: 'OWN' })],
    ['is of an agency that is no government', () => decide('agency', { agencyName: '宛城区人民政府办公室' })],
    [
      'is of no government by the roster',
      () =>
        importRoster(db, [{ division: COUNTY, name: GOVERNMENT, kind: 'GENERAL_OFFICE', from: 2023, to: null }], SAID),
    ],
  ])('what is found of a report is gone once it %s', async (_, change) => {
    await put([...PARTS, whole(COUNTY, 95, { agency: GOVERNMENT })]);
    expect(await wrong()).toHaveLength(1);
    await change();
    expect(await wrong()).toEqual([]);
  });

  test('a part that arrives, is revised, and one known from earlier', async () => {
    expect(await put([whole(COUNTY, 130), ...PARTS])).toEqual([found(COUNTY, 120, 130)]);
    expect(await put([own('乙局', 40, { publishedOn: '2024-05-01' })])).toEqual([]);
    expect(await put([own('乙局', 41, { publishedOn: '2024-06-01' })])).toEqual([found(COUNTY, 131, 130)]);
    expect(await put([own('乙局', 10, { publishedOn: '2024-07-01' })])).toEqual([found(COUNTY, 100, 130)]);
    // Somebody is expected to report since 2021, and has not for 2023.
    expect(await put([own('丁局', 1, { year: 2021 })])).toEqual([]);
  });
  test("a child's report that comes later hides its parts from above", async () => {
    expect(await put([...PARTS, whole(CITY, 100)])).toEqual([found(CITY, 120, 100)]);
    expect(await put([whole(COUNTY, 90)])).toEqual([found(COUNTY, 120, 90)]);
  });
  test('parts and the whole that are stored at the same time', async () => {
    await Promise.all([...PARTS, whole(COUNTY, 95)].map((sketch) => store(db, buildReport(sketch), { sample: false })));
    expect(await findingsBetween(db)).toEqual([found(COUNTY, 120, 95)]);
  });
});
