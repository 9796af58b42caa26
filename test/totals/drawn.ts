import fc from 'fast-check';
import { APPLICANT_COLUMNS } from '../../src/catalog/applicants.js';
import { DISCLOSURES, disclosureCode } from '../../src/catalog/disclosures.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../../src/catalog/reviews.js';
import type { Report } from '../../src/ingest/types.js';
import { buildReport, type ReportSketch } from '../harness/buildReport.js';
import type { NaiveQuestion } from '../harness/naive/naiveGroups.js';

/** A nation, a province, cities, counties, one city without counties, a municipality, 省直辖, one unknown. */
const PLACES = [
  ...['100000', '410000', '411300', '411302', '411372', '410100', '441900', '110000', '110105', '419001'],
  null,
];
const ROWS = [
  ...['NOT_HELD', 'REQUIRES_CREATION', 'OTHER_HANDLING', 'OVERDUE_FEE', 'STATE_SECRET', 'TOTAL_HANDLED'],
  ...['GRANTED', 'RECEIVED', 'CARRIED_IN', 'CARRIED_OUT', 'DUPLICATE'],
];

const why = fc.constantFrom('BLANK', 'UNREADABLE', 'ABSENT');
const count = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }) }, { weight: 1, arbitrary: why });
const amount = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -300, max: 900 }).map((cents) => String(cents / 100)) },
  // More digits than decimal arithmetic has by itself.
  { weight: 1, arbitrary: fc.constantFrom('999999999999999.1234', '0.12345678901234567891', '99999999999999999') },
  { weight: 1, arbitrary: why },
);
const cells = <Value>(
  section: string,
  row: fc.Arbitrary<string>,
  column: fc.Arbitrary<string>,
  value: fc.Arbitrary<Value>,
  maxKeys: number,
) =>
  fc.dictionary(
    fc.tuple(row, column).map((key) => `${section}/${key.join('/')}`),
    value,
    { maxKeys },
  );
const rowsOf = (rows: readonly string[]) => fc.constantFrom(...rows);

const figures = fc
  .tuple(
    cells('APPLICATIONS', rowsOf(ROWS), rowsOf([...APPLICANT_COLUMNS, 'TOTAL', 'TOTAL', 'TOTAL']), count, 16),
    cells('REVIEWS', rowsOf(REVIEW_TRACK_CODES), rowsOf(REVIEW_COLUMN_CODES), count, 8),
    fc.dictionary(
      rowsOf(DISCLOSURES.map(disclosureCode)).map((code) => `DISCLOSURES/${code}`),
      amount,
      { maxKeys: 8 },
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as NonNullable<ReportSketch['figures']>);

const form = fc.constantFrom('FORM_2019', 'FORM_2021', null);

/** Up to twelve reports, at most one of each agency, year and scope. 甲 is each division's government. */
export const reports: fc.Arbitrary<Report[]> = fc
  .uniqueArray(
    fc
      .record({
        agency: fc.constantFrom('甲', '乙', '丙'),
        division: fc.constantFrom(...PLACES),
        year: fc.integer({ min: 2018, max: 2022 }),
        scope: fc.constantFrom('OWN' as const, 'CONSOLIDATED' as const),
        applicationForm: form,
        disclosureForm: form,
        figures,
      })
      // A report without section three has section two: none of both is none at all.
      .map(({ disclosureForm, ...rest }) => ({
        ...rest,
        disclosureForm: rest.applicationForm === null ? (disclosureForm ?? 'FORM_2021') : disclosureForm,
      })),
    {
      maxLength: 12,
      selector: ({ agency, division, year, scope }) => `${agency} ${division} ${year} ${scope}`,
    },
  )
  .map((sketches) =>
    sketches.map((sketch) =>
      buildReport({
        ...sketch,
        site: sketch.division === null ? 'example.gov.cn' : null,
        kind: sketch.agency === '甲' ? 'GOVERNMENT' : 'DEPARTMENT',
      }),
    ),
  );

export const within = fc.constantFrom<readonly string[] | null>(
  ...[null, ['410000'], ['411300', '410000'], ['411302', '110000'], ['110100'], ['100000']],
);

export const question: fc.Arbitrary<NaiveQuestion> = fc.record({
  from: fc.constantFrom(2018, 2019, 2020),
  to: fc.constantFrom(2020, 2021, 2024),
  within,
  scope: fc.constantFrom('OWN', 'CONSOLIDATED'),
  level: fc.constantFrom(null, 'PROVINCE', 'CITY', 'COUNTY'),
  byYear: fc.boolean(),
  byAgency: fc.boolean(),
  dueYear: fc.constant(2021),
});
