import { flagshipQuery } from '../../src/flagshipQuery.js';

export interface TestQuestion {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

const TOTALS = `query Totals($code: DivisionCode!, $years: YearRange, $by: [ApplicationDimension!]!, $first: Int) {
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

/** Wrong ones: each is refused, or answered in part. */
export const WRONG: readonly (readonly [string, TestQuestion])[] = [
  ['no query', {}],
  ['an empty query', { query: '' }],
  ['null for a query', { query: null }],
  ['a number for a query', { query: 5 }],
  ['no document', { query: '{ dataset {' }],
  ['an unknown field', { query: '{ dataset { nothing } }' }],
  ['an unknown argument', { query: '{ division(cod: "410000") { name } }' }],
  ['a leaf with fields', { query: '{ dataset { version { x } } }' }],
  ['no such operation', { query: 'query A { dataset { version } }', operationName: 'B' }],
  ['no operation chosen', { query: 'query A { dataset { version } } query B { dataset { version } }' }],
  ['a mutation', { query: 'mutation { dataset { version } }' }],
  ['a variable missing', { query: TOTALS, variables: { by: [] } }],
  ['a variable of another type', { query: TOTALS, variables: { code: 410000, by: [] } }],
  [
    'null for a variable where none may be',
    { query: 'query ($first: Int) { agencies(first: $first) { totalCount } }', variables: { first: null } },
  ],
  [
    'null for a list that must be there',
    {
      query:
        'query ($by: [ApplicationDimension!]) { applicationTotals(filter: { dispositions: [GRANTED] }, groupBy: $by) { total } }',
      variables: { by: null },
    },
  ],
  [
    'null within a filter',
    {
      query:
        'query ($scope: ReportScope) { applicationTotals(filter: { dispositions: [GRANTED], scope: $scope }) { total } }',
      variables: { scope: null },
    },
  ],
  [
    'null for the argument of a leaf',
    {
      query: 'query ($in: Language) { findings { nodes { message(language: $in) } } }',
      variables: { in: null },
    },
  ],
  [
    'null for a condition',
    { query: 'query ($if: Boolean = true) { dataset { version @include(if: $if) } }', variables: { if: null } },
  ],
  ['an unknown enum value', { query: TOTALS, variables: { code: '410000', by: ['MONTH'] } }],
  ['an unknown input field', { query: TOTALS, variables: { code: '410000', years: { since: 1 }, by: [] } }],
  ['a list for variables', { query: TOTALS, variables: [] }],
  ['a text for variables', { query: TOTALS, variables: '{}' }],
  ['a number for a name', { query: '{ dataset { version } }', operationName: 1 }],
  ['a list for extensions', { query: '{ dataset { version } }', extensions: [] }],
  ['a scalar that does not fit', { query: '{ division(code: "41") { name } }' }],
  ['two dispositions unasked', { query: '{ applicationTotals { total } }' }],
  [
    'a stock over years',
    { query: '{ applicationTotals(filter: { dispositions: [CARRIED_IN] }) { total } dataset { version } }' },
  ],
  ['a page too long', { query: '{ reports(first: 9999) { totalCount } }' }],
  ['both code and name', { query: '{ division(code: "410000", name: "河南省") { name } }' }],
  ['an ambiguous name', { query: '{ division(name: "鼓楼区") { name } }' }],
  [
    'wrong in each of many places',
    { query: '{ division(code: "410000") { children(level: CITY) { name applicationTotals { total } } } }' },
  ],
  ['wrong beside right', { query: '{ a: division(code: "410000") { name } b: division { name } }' }],
  [
    'a search for what no text can hold',
    { query: String.raw`{ agencies(filter: { search: "\u0000" }) { totalCount } }` },
  ],
  [
    'a name that no agency can bear',
    { query: String.raw`{ reports(filter: { agencyName: "财政\u0000" }) { totalCount } }` },
  ],
  ['not to be null', { query: '{ reports(after: "x") { totalCount } }' }],
  [
    'a persisted query that is not there',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
  ],
  [
    'a persisted query of another version',
    { extensions: { persistedQuery: { version: 2, sha256Hash: 'a'.repeat(64) } } },
  ],
  [
    'a persisted query with a wrong hash',
    { query: '{ dataset { version } }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
  ],
  ['a hash that is no text', { extensions: { persistedQuery: { version: 1, sha256Hash: 5 } } }],
  ['a persisted query that is null', { query: '{ dataset { version } }', extensions: { persistedQuery: null } }],
];
