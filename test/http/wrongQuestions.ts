import { TOTALS, type TestQuestion } from './rightQuestions.js';

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
