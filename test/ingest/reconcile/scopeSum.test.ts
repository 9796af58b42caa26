import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { store } from '../../../src/ingest/store.js';
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
    ['another form', 'APPLICATIONS/OTHER_HANDLING/TOTAL', forms, {}, []],
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
});

describe('SCOPE_SUM follows', () => {
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
