import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDataSource } from '../../src/database/dataSource.js';
import { LIMITS } from '../../src/limits/limits.js';
import { rebuild } from '../../src/rollup/rebuild.js';
import { type Server, startServer } from '../../src/server.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { eventually } from '../harness/eventually.js';
import { post, type Wire } from './ask.js';

const NOW = new Date('2026-11-22T00:00:00Z');
const SLOW_MS = 300;

let database: TestDatabase;
let impatient: Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>;
const servers: Server[] = [];
const start = async (options: Omit<Parameters<typeof startServer>[0], 'port' | 'now'>): Promise<Server> => {
  const server = await startServer({ port: 0, now: () => NOW, ...options });
  servers.push(server);
  return server;
};
let fast: Server;
let apollo: Server;
beforeAll(async () => {
  database = await createTestDatabase();
  impatient = await createDataSource(database.url, { statementMs: SLOW_MS }).initialize();
  fast = await start({ dataSource: database.dataSource });
  apollo = await start({ dataSource: database.dataSource, fast: null });
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  await impatient.destroy();
  await database.drop();
});

interface Seen {
  readonly status: number;
  readonly code: unknown;
  readonly limit: unknown;
}
const seen = ({ status, text }: Wire): Seen => {
  const { errors } = JSON.parse(text) as { errors?: { extensions: Record<string, unknown>; message: string }[] };
  return { status, code: errors?.[0]?.extensions['code'], limit: errors?.[0]?.extensions['limit'] };
};
const both = async (query: string, variables: object = {}): Promise<Seen> => {
  const [one, two] = [await post(fast.url, { query, variables }), await post(apollo.url, { query, variables })];
  expect(one.text).toBe(two.text);
  return seen(one);
};

const deep = (depth: number): string => {
  const parents = depth - 2;
  return `{ division(code: "410000") ${'{ parent '.repeat(parents)}{ name }${' }'.repeat(parents)} }`;
};
const aliases = (count: number): string =>
  `{ dataset { ${Array.from({ length: count }, (_, index) => `a${index}: version`).join(' ')} } }`;
const roots = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: dataset { version }`).join(' ')} }`;
const OK = { status: 200, code: undefined, limit: undefined };

/** Fragments, each of which spreads the next one twice. */
const doubled = (times: number): string =>
  Array.from({ length: times }, (_, index) => `fragment f${index} on Dataset { ...f${index + 1} ...f${index + 1} }`)
    .concat(`fragment f${times} on Dataset { version }`)
    .join(' ');

describe('the size of a document', () => {
  test.each<[string, string, Seen]>([
    ['depth, at the limit', deep(LIMITS.depth), OK],
    ['depth', deep(LIMITS.depth + 1), { status: 400, code: 'QUERY_TOO_DEEP', limit: LIMITS.depth }],
    [
      'depth in fragments',
      `${deep(LIMITS.depth).replace('name', '...a')} fragment a on Division { parent { name } }`,
      { status: 400, code: 'QUERY_TOO_DEEP', limit: LIMITS.depth },
    ],
    ['aliases, at the limit', aliases(LIMITS.aliases), OK],
    ['aliases', aliases(LIMITS.aliases + 1), { status: 400, code: 'TOO_MANY_ALIASES', limit: LIMITS.aliases }],
    ['root fields, at the limit', roots(LIMITS.rootFields), OK],
    [
      'root fields',
      roots(LIMITS.rootFields + 1),
      { status: 400, code: 'TOO_MANY_ROOT_FIELDS', limit: LIMITS.rootFields },
    ],
    [
      'tokens',
      `{ dataset { ${'version '.repeat(LIMITS.tokens)} } }`,
      { status: 400, code: 'GRAPHQL_PARSE_FAILED', limit: undefined },
    ],
    [
      'a fragment in itself',
      '{ dataset { ...a } } fragment a on Dataset { ...a }',
      { status: 400, code: 'GRAPHQL_VALIDATION_FAILED', limit: undefined },
    ],
    [
      'introspection in itself',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      { status: 400, code: 'GRAPHQL_VALIDATION_FAILED', limit: undefined },
    ],
  ])('%s', async (_, query, expected) => expect(await both(query)).toEqual(expected));

  test.each([
    ['fields', `{ dataset { ${'version '.repeat(LIMITS.tokens - 10)} } }`],
    ['fields with fields', `{ ${'dataset{version}'.repeat(Math.floor(LIMITS.tokens / 5))} }`],
    ['fragments that double a hundred times', `{ dataset { ...f0 } } ${doubled(120)}`],
  ])('the worst document of the permitted length: %s', async (_, query) => {
    const { status } = seen(await post(fast.url, { query }));
    expect(status).toBeLessThan(500);
  });
});

const TOTALS = (places: string, by: string, more = ''): string =>
  `{ ${places.replace('*', `applicationTotals(filter: { dispositions: [NOT_HELD, GRANTED], years: { from: 2019, to: 2025 } }, groupBy: [DISPOSITION${by}]${more}) { year total coverage { reported blank absent } }`)} }`;
const TOO_MANY = { status: 400, code: 'TOO_MANY_GROUPS', limit: 50_000 };
const COMPLEX = { status: 400, code: 'QUERY_TOO_COMPLEX', limit: LIMITS.values };
const bomb = (levels: number): string =>
  `{ division(code: "410000") { ...f0 } } ${Array.from({ length: levels }, (_, index) => `fragment f${index} on Division { a${index}: parent { ...f${index + 1} } b${index}: parent { ...f${index + 1} } }`).join(' ')} fragment f${levels} on Division { name }`;

const GROUPS =
  '{ applicationTotals(groupBy: [AGENCY, AGENCY_KIND, YEAR, DISPOSITION]) { year agencyKind agency { id } disposition naturalPerson business research nonprofit legalService otherOrganization total sumOfParts disagreeing coverage { reported blank unreadable absent notOnForm expected otherScope } } }';

test('of what is not there, an answer has no values', async () => expect(await both(GROUPS)).toEqual(OK));

describe('the values of an answer, where all agencies of China are', () => {
  beforeAll(async () => {
    await database.dataSource.query(
      `insert into agency (name, normalized_name, aliases, kind, site, first_year)
       select n, n, '{}', 'DEPARTMENT', 'example.gov.cn', 2008 from generate_series(1, 140000) as n`,
    );
    await rebuild(database.dataSource);
  });
  afterAll(async () => {
    await database.dataSource.query('delete from agency');
    await rebuild(database.dataSource);
  });

  test.each<[string, string, Seen]>([
    ['a province by county', TOTALS('division(code: "410000") { children(level: COUNTY) { * } }', ', YEAR'), OK],
    ['a province by county in groups', TOTALS('division(code: "410000") { * }', ', YEAR, COUNTY'), OK],
    ['all cities by year', TOTALS('division(code: "100000") { children(level: CITY) { * } }', ', YEAR'), OK],
    [
      'all counties by year and kind',
      TOTALS('division(code: "100000") { children(level: COUNTY) { * } }', ', YEAR, AGENCY_KIND'),
      COMPLEX,
    ],
    [
      'the same by pages',
      TOTALS('division(code: "100000") { children(level: COUNTY) { * } }', ', YEAR, AGENCY_KIND', ', first: 5'),
      OK,
    ],
    [
      'all ancestors of all counties',
      '{ divisions(level: COUNTY) { ancestors { children { children { name } } } } }',
      COMPLEX,
    ],
    [
      'up and down and up',
      `{ division(code: "100000") ${'{ children { parent '.repeat(5)}{ name }${' } }'.repeat(5)} }`,
      COMPLEX,
    ],
    ['all agencies', GROUPS.replace('applicationTotals', 'again: applicationTotals'), TOO_MANY],
    [
      'pages of pages',
      '{ reports(first: 200) { nodes { agency { reports(first: 200) { nodes { agency { reports(first: 200) { nodes { id } } } } } } } } }',
      COMPLEX,
    ],
    ['a page of pages', '{ reports(first: 200) { nodes { agency { reports(first: 20) { nodes { id } } } } } }', OK],
    ['fragments that double, a little', bomb(4), OK],
    ['fragments that double', bomb(18), COMPLEX],
  ])('%s', async (_, query, expected) => expect(await both(query)).toEqual(expected));

  test('it is the variables that decide', async () => {
    const query =
      'query ($level: DivisionLevel!) { division(code: "100000") { children(level: $level) { applicationTotals(groupBy: [YEAR, DISPOSITION]) { total } } } }';
    expect(await both(query, { level: 'PROVINCE' })).toEqual(OK);
    expect(await both(query, { level: 'COUNTY' })).toEqual(COMPLEX);
    expect(await both(query, { level: 'PROVINCE' })).toEqual(OK);
  });
});

describe('time', () => {
  const locked = async (action: () => Promise<void>): Promise<void> => {
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('lock table annual_report in access exclusive mode');
    try {
      await action();
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };
  const QUERY = '{ dataset { reports } }';

  test.each([null, { maxAge: null, storedBytes: 0 }])('of a statement (%j)', async (fast) => {
    const server = await start({ dataSource: impatient, fast });
    await locked(async () => {
      const answer = await post(server.url, { query: QUERY });
      expect(seen(answer)).toEqual({ status: 200, code: 'QUERY_TIMEOUT', limit: LIMITS.statementMs });
    });
    expect(seen(await post(server.url, { query: QUERY }))).toEqual(OK);
  });

  test.each([null, { maxAge: null, storedBytes: 0 }])('of an answer (%j)', async (fast) => {
    const server = await start({ dataSource: database.dataSource, fast, answerMs: SLOW_MS });
    await locked(async () => {
      const answer = await post(server.url, { query: QUERY });
      expect(seen(answer)).toEqual({ status: 503, code: 'REQUEST_TIMEOUT', limit: SLOW_MS });
      expect(answer.headers['retry-after']).toBe('1');
    });
    expect(seen(await post(server.url, { query: QUERY }))).toEqual(OK);
  });
});

test('more requests than may wait are asked to come back', async () => {
  const { port } = new URL(fast.url);
  const sockets: Socket[] = [];
  // One may be refused for the sake of ours.
  for (let count = 0; count <= LIMITS.waiting; count += 1) {
    const socket = connect(Number(port));
    socket.on('error', () => undefined);
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
    sockets.push(socket);
  }
  let times = 0;
  // Each is a new question, since what is stored is answered all the same.
  const asked = async () => seen(await post(fast.url, { query: `{ dataset { version } } # ${(times += 1)}` }));
  await eventually(async () => (await asked()).status !== 200);
  expect(await asked()).toEqual({ status: 503, code: 'OVERLOADED', limit: LIMITS.waiting });
  for (const socket of sockets) socket.destroy();
  await eventually(async () => (await asked()).status === 200);
  expect(await asked()).toEqual(OK);
});

test('a body that is too long is refused with the limit', async () => {
  const refused = await post(fast.url, { query: `{ dataset { version } } # ${'x'.repeat(LIMITS.bodyBytes)}` });
  expect(seen(refused)).toEqual({ status: 413, code: 'BODY_TOO_LARGE', limit: LIMITS.bodyBytes });
});
