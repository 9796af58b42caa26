import { flagshipQuery } from '../../src/flagshipQuery.js';

export interface TestQuestion {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

export const TOTALS = `query Totals($code: DivisionCode!, $years: YearRange, $by: [ApplicationDimension!]!, $first: Int) {
  division(code: $code) {
    children(level: CITY) {
      ...names
      applicationTotals(filter: { dispositions: [NOT_HELD], years: $years }, groupBy: $by, first: $first) {
        year agencyKind total naturalPerson sumOfParts disagreeing previous change cursor
        coverage { reported blank unreadable absent notOnForm expected otherScope }
      }
    }
  }
}
fragment names on Division { name fullName code }`;

/** Right ones: what the API answers without an error. */
export const RIGHT: readonly (readonly [string, TestQuestion])[] = [
  ['the flagship', { query: flagshipQuery }],
  ['variables', { query: TOTALS, variables: { code: '410000', by: ['YEAR'] } }],
  [
    'nested variables',
    { query: TOTALS, variables: { code: '410000', years: { from: 2020 }, by: ['YEAR', 'AGENCY_KIND'], first: 3 } },
  ],
  [
    'years that no calendar has',
    {
      query: `{
        first: ranking(indicator: DENIAL_RATE, year: -2147483648, of: AGENCY) { rank }
        last: ranking(indicator: DENIAL_RATE, year: 2147483647, of: AGENCY) { rank }
        applicationTotals(
          filter: { dispositions: [NOT_HELD], years: { from: -2147483648, to: 2147483647 } }
          groupBy: [YEAR, AGENCY]
          first: 5
        ) { year total previous }
        reports(filter: { years: { to: -2147483648 } }) { totalCount nodes { id } } }`,
    },
  ],
  ['null for a variable', { query: TOTALS, variables: { code: '410000', years: null, by: [] } }],
  [
    'totals of section two',
    {
      query:
        '{ disclosureTotals(filter: { years: { from: 2020 } }, groupBy: [YEAR, PROVINCE, ITEM, MEASURE], first: 40) { year division { name parent { code } } item measure value cursor coverage { reported blank notOnForm expected } } }',
    },
  ],
  [
    'totals of section four',
    {
      query:
        '{ division(name: "河南省") { reviewTotals(groupBy: [CITY, TRACK]) { division { fullName } track upheld corrected other pending total all: coverage { reported } pendingOnly: coverage(column: PENDING) { reported absent } agency { name } } } }',
    },
  ],
  [
    'indicators',
    {
      query:
        '{ indicators(filter: { within: ["410000"] }, groupBy: [YEAR, COUNTY]) { year division { name level } indicator value numerator denominator coverage { reported blank unreadable absent otherScope } } }',
    },
  ],
  [
    'consolidated totals',
    {
      query:
        '{ applicationTotals(filter: { scope: CONSOLIDATED }, groupBy: [YEAR, DISPOSITION]) { year disposition total previous change coverage { reported expected otherScope } } }',
    },
  ],
  [
    'totals in the order of their size',
    {
      query:
        '{ applicationTotals(groupBy: [YEAR, CITY, DISPOSITION, AGENCY_KIND], orderBy: TOTAL_DESC, first: 30) { year agencyKind disposition total legalService cursor } }',
    },
  ],
  [
    'rankings',
    {
      query:
        '{ ranking(indicator: NOT_HELD_RATE, year: 2020, minimumDenominator: 0) { rank percentile value numerator denominator change cursor division { name } agency { name } } }',
    },
  ],
  [
    'rankings of agencies',
    {
      query:
        '{ ranking(indicator: NOT_HELD_RATE, year: 2020, of: AGENCY, minimumDenominator: 0) { rank value division { name } agency { name } } }',
    },
  ],
  [
    'totals of agencies, and what is missing',
    {
      query:
        '{ applicationTotals(filter: { dispositions: [GRANTED] }, groupBy: [AGENCY, YEAR]) { agency { name } year total missing { totalCount } } division(code: "410000") { indicators(codes: [DISCLOSURE_RATE]) { value missing(first: 2) { totalCount nodes { year agency { name } } } } } }',
    },
  ],
  [
    'the catalog',
    {
      query: '{ catalog { agencyKinds { code label { zh en } } indicators { code formula caveat { zh en } forms } } }',
    },
  ],
  ['no totals', { query: TOTALS, variables: { code: '110000', by: [] } }],
  [
    'nothing there',
    { query: '{ division(code: "999999") { name } report(id: "0-0") { id } agency(id: "12345") { name } }' },
  ],
  [
    'a report with all its rows',
    {
      query:
        '{ reports(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id year title form publishedOn checks { passed failed skipped } agency { name division { fullName } } outcomes { disposition computed total naturalPerson cell { raw row column } } disclosures { item measure value } reviews { track upheld total } findings { code severity message messageEn: message(language: EN) place } source { sha256 bytes retrievedAt } sections { heading } revisions { revision } } } } }',
    },
  ],
  [
    'agencies',
    {
      query:
        '{ agencies(filter: { search: "财政" }) { nodes { name aliases kind reports { totalCount nodes { year } } } } }',
    },
  ],
  [
    'a cursor behind all years',
    {
      query: `{ reports(after: "${Buffer.from('["reports",-3000000000,1,1]').toString('base64url')}") { totalCount } }`,
    },
  ],
  ['findings', { query: '{ findings { totalCount nodes { code raw expected actual report { id } } } }' }],
  ['dataset', { query: '{ dataset { version years divisions agencies reports dueYear } }' }],
  [
    'ancestors',
    { query: '{ division(name: "南阳市") { parent { name } ancestors { code } children { name validTo } } }' },
  ],
  [
    'aliases and names',
    { query: '{ a: dataset { __typename v: version } toString: dataset { constructor: version } }' },
  ],
  ['a name of JavaScript', { query: '{ __proto__: dataset { version } dataset { __proto__: dueYear version } }' }],
  [
    'skip and include',
    {
      query:
        'query ($yes: Boolean!, $no: Boolean!) { dataset { version @include(if: $yes) years @skip(if: $yes) reports @include(if: $no) ...f @include(if: $no) } } fragment f on Dataset { dueYear }',
      variables: { yes: true, no: false },
    },
  ],
  [
    'one operation of two',
    { query: 'query A { dataset { version } } query B { dataset { dueYear } }', operationName: 'B' },
  ],
  ['the type names', { query: '{ __typename division(code: "410000") { __typename } }' }],
  [
    'introspection',
    {
      query:
        '{ __schema { queryType { name } types { name kind fields { name type { name kind ofType { name kind } } } } } __type(name: "Coverage") { fields { name description } } }',
    },
  ],
  ['a variable too many', { query: '{ dataset { version } }', variables: { unused: 1 } }],
  ['null for the rest', { query: '{ dataset { version } }', variables: null, operationName: null, extensions: null }],
  [
    'extensions of a client',
    { query: '{ dataset { version } }', extensions: { clientLibrary: { name: 'x', version: '1' } } },
  ],
];
