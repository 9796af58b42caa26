import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { store } from '../harness/store.js';
import { startServer, type Server } from '../../src/server.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { ask, type Ask, get, post, type Wire } from './ask.js';
import { RIGHT, type TestQuestion } from './rightQuestions.js';
import { WRONG } from './wrongQuestions.js';

const NOW = new Date('2026-11-22T00:00:00Z');
/** Answered by Apollo Server alone; computed each time, by the database alone or from memory too; from what is stored. */
const WAYS = {
  apollo: null,
  database: { maxAge: null, storedBytes: 0, cube: false },
  computed: { maxAge: null, storedBytes: 0 },
  stored: { maxAge: null, storedBytes: 2 ** 20 },
};

let database: TestDatabase;
let servers: Record<keyof typeof WAYS, Server>;
beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  const findings = [{ code: 'SCOPE_ASSUMED', place: null, raw: null, expected: null, actual: 'OWN' }] as const;
  await store(dataSource, buildReport({ year: 2020, figures: { 'APPLICATIONS/NOT_HELD/TOTAL': 7 } }), {
    sample: false,
  });
  await store(dataSource, buildReport({ year: 2021, findings, publishedOn: '2022-01-30' }), { sample: false });
  await store(dataSource, buildReport({ agency: '洛阳市财政局', division: '410300', year: 2021 }), { sample: false });
  const start = (fast: (typeof WAYS)[keyof typeof WAYS]) => startServer({ dataSource, port: 0, now: () => NOW, fast });
  servers = {
    apollo: await start(WAYS.apollo),
    database: await start(WAYS.database),
    computed: await start(WAYS.computed),
    stored: await start(WAYS.stored),
  };
});
afterAll(async () => {
  for (const server of Object.values(servers)) await server.stop();
  await database.drop();
});

/** What a client sees; ids of log entries and the nonces of a page are others each time. */
const seen = ({ status, headers, text }: Wire) => ({
  status,
  type: headers['content-type'],
  origin: headers['access-control-allow-origin'],
  text: text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=nonce\W+)[0-9a-f]{64}/g, 'ID'),
});

/** Three times each: parsed, compiled, and stored or kept ready. */
async function sameBothWays(send: (url: string) => Promise<Wire>): Promise<Wire> {
  const expected = await send(servers.apollo.url);
  for (const way of ['database', 'computed', 'stored'] as const)
    for (const time of [1, 2, 3])
      expect({ way, time, ...seen(await send(servers[way].url)) }).toEqual({ way, time, ...seen(expected) });
  return expected;
}

const parametersOf = (question: TestQuestion): Record<string, string> =>
  Object.fromEntries(
    Object.entries(question)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );

test('pages of other sites may ask', async () => {
  const origin = 'https://dashboard.example';
  const preflight = await sameBothWays((url) =>
    ask(url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    }),
  );
  const { 'access-control-allow-methods': methods, 'access-control-allow-headers': allowed } = preflight.headers;
  expect([preflight.status, methods, allowed]).toEqual([204, 'GET, POST', 'content-type']);
  const { headers } = await sameBothWays((url) => post(url, { query: '{ dataset { years } }' }, { origin }));
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['access-control-allow-credentials']).toBeUndefined();
});

test('an address is all that a GET needs', async () => {
  const { status, text } = await sameBothWays((url) =>
    ask(url, { method: 'GET', search: '?query={dataset{reports}}' }),
  );
  expect([status, JSON.parse(text)]).toEqual([200, { data: { dataset: { reports: 3 } } }]);
});

describe('the same answer both ways', () => {
  test.each(RIGHT)('%s', async (_, question) => {
    const { status, text } = await sameBothWays((url) => post(url, question));
    expect([status, Object.keys(JSON.parse(text) as object)]).toEqual([200, ['data']]);
    await sameBothWays((url) => get(url, parametersOf(question)));
  });

  test('to all accepted types', async () => {
    const [, flagship] = RIGHT[0] ?? [];
    for (const accept of [
      '*/*',
      'application/json',
      'application/graphql-response+json, application/json;q=0.9',
      'text/html',
      'image/png',
      'multipart/mixed, application/json;q=0.5',
    ])
      await sameBothWays((url) => post(url, flagship, { accept }));
  });
});

describe('the same errors both ways', () => {
  test.each(WRONG)('%s', async (_, question) => {
    const { text } = await sameBothWays((url) => post(url, question));
    const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
    if (question.extensions === undefined || 'sha256Hash' in Object(question.extensions))
      expect(errors?.[0]?.extensions.code).toMatch(/^(?!INTERNAL_SERVER_ERROR)[A-Z_]+$/);
    await sameBothWays((url) => get(url, parametersOf(question)));
  });

  const json = { 'content-type': 'application/json' };
  test.each<[string, Ask]>([
    ['no body', { headers: json }],
    ['not JSON', { headers: json, body: '{"query":' }],
    ['a number', { headers: json, body: '5' }],
    ['a batch', { headers: json, body: '[{"query":"{ dataset { version } }"}]' }],
    ['a name of JavaScript', { headers: json, body: '{"query":"{ dataset { version } }","__proto__":{"a":1}}' }],
    ['a byte order mark', { headers: json, body: '\uFEFF{"query":"{ dataset { version } }"}' }],
    [
      'Latin-1',
      { headers: { 'content-type': 'application/json; charset=latin1' }, body: '{"query":"{ dataset { version } }"}' },
    ],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={dataset{version}}' }],
    ['text', { headers: { 'content-type': 'text/plain' }, body: '{"query":"{ dataset { version } }"}' }],
    ['multipart', { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }],
    ['no content type', { body: '{"query":"{ dataset { version } }"}' }],
    [
      'a body that is too long',
      { headers: json, body: JSON.stringify({ query: `{ dataset { version } } # ${'x'.repeat(300_000)}` }) },
    ],
    [
      'a long body in chunks',
      {
        headers: { ...json, 'transfer-encoding': 'chunked' },
        body: JSON.stringify({ query: `{ dataset { version } } # ${'x'.repeat(300_000)}` }),
      },
    ],
    ['chunks', { headers: { ...json, 'transfer-encoding': 'chunked' }, body: '{"query":"{ dataset { version } }"}' }],
    ['a GET', { method: 'GET', search: '?query={dataset{version}}' }],
    ['a GET with a type', { method: 'GET', search: '?query={dataset{version}}', headers: json }],
    [
      'a GET with another type',
      { method: 'GET', search: '?query={dataset{version}}', headers: { 'content-type': 'text/html' } },
    ],
    [
      'a GET that asks twice',
      { method: 'GET', search: '?query={dataset{version}}&query={dataset{version}}', headers: json },
    ],
    ['a GET with bad variables', { method: 'GET', search: '?query={dataset{version}}&variables={', headers: json }],
    ['a GET of nothing', { method: 'GET', headers: json }],
    ['PUT', { method: 'PUT', headers: json, body: '{}' }],
    ['HEAD', { method: 'HEAD', search: '?query={dataset{version}}', headers: json }],
    ['another path', { method: 'GET', search: '/x' }],
  ])('%s', async (_, request) => {
    await sameBothWays((url) => ask(url, request));
  });
});

test.each<[string, string, number, string]>([
  ['PUT', '', 405, 'METHOD_NOT_ALLOWED'],
  ['DELETE', '?query={dataset{version}}', 405, 'METHOD_NOT_ALLOWED'],
  ['GET', '/x', 404, 'NOT_FOUND'],
  ['POST', 's', 404, 'NOT_FOUND'],
])('what is not there says so in the form of GraphQL: %s %s', async (method, search, status, code) => {
  const wire = await sameBothWays((url) => ask(url, { method, search }));
  const { errors } = JSON.parse(wire.text) as { errors: { extensions: object }[] };
  expect([wire.status, errors.map(({ extensions }) => extensions)]).toEqual([status, [{ code }]]);
  expect(wire.headers['allow']).toBe(status === 405 ? 'GET, POST' : undefined);
});

test.each<[string, Record<string, string>]>([
  ['none', {}],
  ['application/x-www-form-urlencoded', { 'content-type': 'application/x-www-form-urlencoded' }],
])('a body of another type says which was found: %s', async (found, headers) => {
  const { status, text } = await sameBothWays((url) => ask(url, { headers, body: 'query={dataset{version}}' }));
  expect([status, JSON.parse(text)]).toEqual([
    415,
    {
      errors: [
        {
          message: `content-type must be application/json, found ${found}`,
          extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
        },
      ],
    },
  ]);
});

test('the landing page is there both ways', async () => {
  const { text, headers } = await sameBothWays((url) =>
    ask(url, { method: 'GET', headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }),
  );
  expect(headers['content-type']).toMatch(/^text\/html/);
  expect(text).toContain('embeddable-sandbox');
});
