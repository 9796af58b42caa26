import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getOperationAST, type GraphQLSchema, parse } from 'graphql';
import { AGENCY_KIND_CODES, AGENCY_KINDS } from '../../../src/catalog/agencyKinds.js';
import { type ContextFactory, contextFactory } from '../../../src/context.js';
import { createSchema } from '../../../src/createSchema.js';
import { Cube } from '../../../src/cube/Cube.js';
import { readDivisions } from '../../../src/divisions/readDivisions.js';
import { ByteSink } from '../../../src/http/atOnce/ByteSink.js';
import { compileAtOnce } from '../../../src/http/atOnce/compile.js';
import { store } from '../../harness/store.js';
import { fragmentsOf } from '../../../src/limits/fragmentsOf.js';
import { readTotals } from '../../../src/rollup/readTotals.js';
import { buildReport } from '../../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../../harness/createTestDatabase.js';

let database: TestDatabase;
let schema: GraphQLSchema;
let context: ContextFactory;
const cube = new Cube(readDivisions());
beforeAll(async () => {
  database = await createTestDatabase();
  schema = await createSchema();
  context = contextFactory(database.dataSource, () => new Date('2026-11-22T00:00:00Z'));
  await store(database.dataSource, buildReport({ year: 2020, figures: { 'APPLICATIONS/NOT_HELD/TOTAL': 7 } }), {
    sample: false,
  });
  cube.apply(await readTotals(database.dataSource, null));
});
afterAll(() => database.drop());

function answer(query: string): unknown {
  const document = parse(query);
  const operation = getOperationAST(document);
  const write = operation && compileAtOnce(schema, operation, fragmentsOf(document));
  if (!write) return null;
  const sink = new ByteSink();
  write(sink, context.atOnce(cube), {});
  return JSON.parse(sink.taken().toString());
}

describe('what is in memory is answered at once', () => {
  test.each([
    [
      'divisions',
      '{ division(code: "411300") { n: name parent { name } __typename } }',
      { division: { n: '南阳市', parent: { name: '河南省' }, __typename: 'Division' } },
    ],
    [
      'the catalog',
      '{ catalog { agencyKinds { code label { zh } } } }',
      { catalog: { agencyKinds: AGENCY_KIND_CODES.map((code) => ({ code, label: { zh: AGENCY_KINDS[code].zh } })) } },
    ],
    ['null', '{ division(code: "999999") { name } }', { division: null }],
    [
      'an empty list',
      '{ applicationTotals(filter: { dispositions: [NOT_HELD], within: ["110000"] }, groupBy: [YEAR]) { year } }',
      { applicationTotals: [] },
    ],
    [
      'totals, with a field named twice',
      '{ division(code: "410000") { applicationTotals(filter: { dispositions: [NOT_HELD], years: { to: 2020 } }, groupBy: [YEAR, CITY]) { year total division { name } coverage { reported } coverage { absent } } } }',
      {
        division: {
          applicationTotals: [
            { year: 2020, total: 7, division: { name: '南阳市' }, coverage: { reported: 1, absent: 0 } },
          ],
        },
      },
    ],
  ])('%s', (_, query, expected) => {
    expect(answer(query)).toEqual(expected);
  });
});

describe('what needs the database is not compiled', () => {
  test.each([
    ['agencies of a division', '{ division(code: "410000") { agencies { totalCount } } }'],
    ['reports', '{ reports { totalCount } }'],
    ['what is missing', '{ applicationTotals(filter: { dispositions: [NOT_HELD] }) { missing { totalCount } } }'],
    ['the dataset', '{ dataset { version } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['what a directive decides', '{ division(code: "410000") { name @skip(if: false) } }'],
  ])('%s', (_, query) => {
    expect(answer(query)).toBeNull();
  });
});

describe('what turns out to need it is given up', () => {
  test.each([
    [
      'agencies grouped by',
      '{ applicationTotals(filter: { dispositions: [NOT_HELD] }, groupBy: [AGENCY]) { total } }',
      '',
    ],
    ['agencies ranked', '{ ranking(indicator: DISCLOSURE_RATE, year: 2020, of: AGENCY) { rank } }', ''],
    ['an error', '{ applicationTotals { total } }', 'must name exactly one'],
  ])('%s', (_, query, message) => {
    expect(() => answer(query)).toThrow(message);
  });
});
