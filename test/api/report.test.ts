import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { store } from '../harness/store.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestApi, type TestApi } from '../harness/api.js';

let api: TestApi;
let id: string;
beforeAll(async () => {
  api = await createTestApi();
  const report = buildReport({
    publishedOn: '2021-01-29',
    disclosureForm: 'FORM_2021',
    figures: {
      'APPLICATIONS/NOT_HELD/NATURAL_PERSON': 25,
      'APPLICATIONS/NOT_HELD/TOTAL': 25,
      'APPLICATIONS/REQUIRES_CREATION/TOTAL': 'BLANK',
      'APPLICATIONS/STATE_SECRET/TOTAL': 'UNREADABLE',
      'DISCLOSURES/FEES/FEE_AMOUNT': '251.25',
      'DISCLOSURES/LICENSES/DECISIONS': 'BLANK',
      'REVIEWS/LITIGATION_DIRECT/UPHELD': 3,
    },
    findings: [
      {
        code: 'APPLICANT_BALANCE',
        place: 'APPLICATIONS/NOT_HELD',
        raw: '25',
        expected: '24',
        actual: '25',
      },
      { code: 'SCOPE_ASSUMED', place: null, raw: null, expected: null, actual: 'OWN' },
    ],
  });
  const { agencyId, reportId } = await store(api.database.dataSource, report, { sample: true });
  id = `${agencyId}-${reportId}`;
});
afterAll(() => api.close());

const field = async <Value>(selection: string): Promise<Value> => {
  const { report } = await api.ask<{ report: Record<string, Value> }>(
    `query ($id: ID!) { report(id: $id) { it: ${selection} } }`,
    { id },
  );
  return report['it'] as Value;
};

describe('a report over the API', () => {
  test.each<[string, unknown]>([
    ['year', 2020],
    ['form', 'MIXED'],
    ['disclosureForm', 'FORM_2021'],
    ['applicationForm', 'FORM_2019'],
    ['publishedOn', '2021-01-29'],
    ['revision', 1],
    ['active', true],
    ['sample', true],
    [
      'agency { name kind division { fullName } }',
      { name: '南阳市财政局', kind: 'DEPARTMENT', division: { fullName: '河南省南阳市' } },
    ],
    ['checks { passed failed skipped }', { passed: 40, failed: 0, skipped: 0 }],
    ['source { fileName mediaType }', { fileName: 'report.txt', mediaType: 'text/plain' }],
    ['sources { fileName }', [{ fileName: 'report.txt' }]],
    ['revisions { revision }', [{ revision: 1 }]],
    ['sections { heading }', [{ heading: '一、总体情况' }]],
    ['findings(severities: [WARNING]) { code }', [{ code: 'SCOPE_ASSUMED' }]],
    [
      'findings { severity message report { year } }',
      [
        { severity: 'ERROR', message: 'APPLICATIONS/NOT_HELD：六类申请人之和为24，总计印为25', report: { year: 2020 } },
        { severity: 'WARNING', message: '汇总或本级仅由标题判定（OWN）', report: { year: 2020 } },
      ],
    ],
    [
      'reviews { track upheld total }',
      [
        { track: 'RECONSIDERATION', upheld: 0, total: 0 },
        { track: 'LITIGATION_DIRECT', upheld: 3, total: 0 },
        { track: 'LITIGATION_AFTER_RECONSIDERATION', upheld: 0, total: 0 },
      ],
    ],
    [
      'outcomes(dispositions: [NOT_HELD]) { disposition naturalPerson business total computed }',
      [{ disposition: 'NOT_HELD', naturalPerson: 25, business: 0, total: 25, computed: false }],
    ],
    [
      'outcomes(dispositions: [UNAVAILABLE, OVERDUE_FEE, DENIED]) { disposition total computed }',
      [
        { disposition: 'DENIED', total: 0, computed: true },
        { disposition: 'UNAVAILABLE', total: 25, computed: true },
      ],
    ],
    ['outcomes(dispositions: [STATE_SECRET, REQUIRES_CREATION]) { total }', [{ total: null }, { total: null }]],
  ])('%s', async (selection, expected) => {
    expect(await field(selection)).toEqual(expected);
  });

  test('every row of the form comes back, those of zeros too', async () => {
    const outcomes = await field<{ disposition: string; total: number | null }[]>('outcomes { disposition total }');
    expect(outcomes).toHaveLength(23);
    expect(outcomes[0]).toEqual({ disposition: 'RECEIVED', total: 0 });
    const disclosures = await field<{ value: string | null }[]>('disclosures { item measure value }');
    expect(disclosures.map(({ value }) => value)).toEqual(['0', '0', '0', '0', '0', '0', null, '0', '0', '251.25']);
  });

  test.each<[string, unknown]>([
    ['outcomes(dispositions: [NOT_HELD]) { cell { raw table row } }', [{ cell: { raw: '25', table: 1, row: 91 } }]],
    ['outcomes(dispositions: [NOT_HELD]) { cell(applicant: BUSINESS) { raw } }', [{ cell: { raw: '0' } }]],
    ['outcomes(dispositions: [UNAVAILABLE]) { cell { raw } }', [{ cell: null }]],
    [
      'reviews { cell(column: UPHELD) { raw } }',
      [{ cell: { raw: '0' } }, { cell: { raw: '3' } }, { cell: { raw: '0' } }],
    ],
  ])('down to the cell: %s', async (selection, expected) => {
    expect(await field(selection)).toEqual(expected);
  });
});

describe('what cannot be asked', () => {
  test.each<[string, string]>([
    ['{ reports(first: 201) { totalCount } }', 'BAD_USER_INPUT: first must be from 1 to 200, found 201'],
    ['{ reports(first: 0) { totalCount } }', 'BAD_USER_INPUT: first must be from 1 to 200, found 0'],
    ['{ reports(after: "x") { totalCount } }', 'BAD_USER_INPUT: after is no cursor of this API: "x"'],
    [
      '{ reports(filter: { within: [] }) { totalCount } }',
      'BAD_USER_INPUT: filter.within is an empty list: leave it out for all',
    ],
    [
      '{ reports(filter: { within: ["999999"] }) { totalCount } }',
      'BAD_USER_INPUT: filter.within: no division has the code 999999',
    ],
    [
      '{ reports(filter: { years: { from: 2021, to: 2020 } }) { totalCount } }',
      'BAD_USER_INPUT: filter.years: from (2021) is after to (2020)',
    ],
    [
      '{ agencies(filter: { search: "  " }) { totalCount } }',
      'BAD_USER_INPUT: filter.search must be 1 to 100 characters, found 0',
    ],
    ['{ divisions(search: "") { name } }', 'BAD_USER_INPUT: search must be 1 to 100 characters, found 0'],
    ['{ division { name } }', 'BAD_USER_INPUT: division takes exactly one of code and name, found neither'],
    [
      '{ findings(filter: { codes: ["NONSENSE"] }) { totalCount } }',
      'BAD_USER_INPUT: filter.codes: no finding has the code NONSENSE',
    ],
    [
      '{ applicationTotals { total } }',
      'BAD_USER_INPUT: without DISPOSITION in groupBy, filter.dispositions must name exactly one, found 0',
    ],
    [
      '{ applicationTotals(filter: { dispositions: [CARRIED_IN] }) { total } }',
      'NOT_ADDITIVE_OVER_YEARS: CARRIED_IN is not added over years',
    ],
    [
      '{ applicationTotals(filter: { dispositions: [NOT_HELD] }, groupBy: [CITY, COUNTY]) { total } }',
      'BAD_USER_INPUT: groupBy takes at most one of PROVINCE, CITY and COUNTY, found CITY, COUNTY',
    ],
  ])('%s', async (query, error) => {
    expect(await api.errors(query)).toEqual([error]);
  });

  test('a name that several divisions bear, with its candidates', async () => {
    expect((await api.errors('{ division(name: "鼓楼区") { code } }'))[0]).toMatch(
      /^AMBIGUOUS_NAME: 4 divisions are named 鼓楼区: /,
    );
  });

  test.each([
    'report(id: "1-999") { year }',
    'report(id: "x") { year }',
    'report(id: "1-01") { year }',
    'agency(id: "01") { name }',
    'agency(id: "999") { name }',
    'division(code: "999999") { name }',
  ])('what is not there is null: %s', async (selection) => {
    expect(await api.ask(`{ it: ${selection} }`)).toEqual({ it: null });
  });
});
