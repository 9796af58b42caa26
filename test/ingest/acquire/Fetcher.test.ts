import type { LookupFunction } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import { Fetcher } from '../../../src/ingest/acquire/Fetcher.js';
import { HostPace } from '../../../src/ingest/acquire/HostPace.js';
import { request } from '../../../src/ingest/acquire/request.js';
import { TimeBudget } from '../../../src/ingest/acquire/TimeBudget.js';
import { LIMITS } from '../../../src/ingest/read/limits.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import { openSite, type TestSite } from './testSite.js';

const PAGE = '<html><body><table><tr><td>页</td></tr></table></body></html>';
const MIB = Buffer.alloc(1024 * 1024, 'x');

let other: TestSite;
let site: TestSite;
beforeAll(async () => {
  other = await openSite({
    '/here': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('here'),
  });
  site = await openSite({
    '/page.html': (response) => response.writeHead(200, { 'content-type': 'text/html; charset=GBK' }).end(PAGE),
    '/packed': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
    '/named': (response) =>
      response
        .writeHead(200, {
          'content-disposition': `attachment; filename="x.doc"; filename*=UTF-8''${encodeURIComponent('年报.doc')}`,
        })
        .end(PAGE),
    '/away': (response) => response.writeHead(302, { location: `${other.url}/here` }).end(),
    '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
    '/late-round': (response) =>
      void setTimeout(200).then(() => response.writeHead(302, { location: '/late-round' }).end()),
    '/file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/metadata': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
    '/apology.pdf': (response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end(PAGE),
    '/page.doc': (response) => response.writeHead(200, { 'content-type': 'application/msword' }).end(PAGE),
    '/busy': (response, _, nth) => (nth < 3 ? response.writeHead(503).end() : response.end(PAGE)),
    '/rest': (response, _, nth) =>
      nth < 2 ? response.writeHead(429, { 'retry-after': '1' }).end() : response.end(PAGE),
    '/long-rest': (response) => response.writeHead(429, { 'retry-after': '99999' }).end(),
    '/down': (response) => response.writeHead(500).end(),
    '/cut': (response, _, nth) => {
      if (nth > 1) return void response.end(PAGE);
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.destroy());
    },
    '/silent': () => undefined,
    '/slow': (response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    },
    '/endless': (response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write(MIB));
        response.once('drain', pour);
      };
      pour();
    },
    '/bomb': (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(80 * MIB.length))),
  });
});
afterAll(async () => {
  await site.close();
  await other.close();
});

const TIMING = { interval: 0, backOff: 10, idle: 300, total: 1000, connect: 500 };
let fetcher: Fetcher;
beforeEach(() => {
  fetcher = new Fetcher({ allowPrivate: true, timing: TIMING });
  site.asked.length = 0;
});
afterEach(() => fetcher.close());

const get = (path: string, by = fetcher) => by.fetch(path.startsWith('/') ? site.url + path : path);
const refusal = async (path: string, by = fetcher): Promise<string> => {
  const error: unknown = await get(path, by).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw error;
  return `${error.reason}: ${error.message}`.replaceAll(String(site.port), 'PORT');
};
const attempts = (path: string): number => site.asked.filter((one) => one.path === path).length;

describe('what is fetched', () => {
  test('bytes, address, declared type and name are kept', async () => {
    const { bytes, ...source } = await get('/page.html?id=1');
    expect(Buffer.from(bytes).toString()).toBe(PAGE);
    expect(source).toMatchObject({
      url: `${site.url}/page.html?id=1`,
      declaredType: 'text/html; charset=GBK',
      fileName: 'page.html',
      retrievedAt: expect.any(Date),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('compressed answers are unpacked', async () =>
    expect(Buffer.from((await get('/packed')).bytes).toString()).toBe(PAGE));

  test('the name is that of the header', async () => expect((await get('/named')).fileName).toBe('年报.doc'));

  test('the address is where redirects led', async () => expect((await get('/away')).url).toBe(`${other.url}/here`));

  test('a page that is declared to be an old Word file is one: the bytes decide', async () =>
    expect(Buffer.from((await get('/page.doc')).bytes).toString()).toBe(PAGE));
});

describe('what is refused at once', () => {
  test.each([
    ['/nothing', 'UNREADABLE: 127.0.0.1:PORT answered 404 Not Found'],
    ['/file', 'UNREADABLE: file: is not fetched'],
    ['/apology.pdf', 'UNREADABLE: expected application/pdf as declared, came text/html'],
    ['http://u:p@127.0.0.1/', 'UNREADABLE: an address with user and password is not fetched'],
    ['http://', 'UNREADABLE: it is no address'],
  ])('%s', async (path, expected) => {
    expect(await refusal(path)).toBe(expected);
    expect(attempts(path)).toBeLessThanOrEqual(1);
  });

  test('redirects without end', async () => {
    expect(await refusal('/round')).toBe('UNREADABLE: more than 5 redirects');
    expect(attempts('/round')).toBe(6);
  });

  test.each(['/endless', '/bomb'])('%s: more bytes than a document has', async (path) => {
    const patient = new Fetcher({ allowPrivate: true, timing: { ...TIMING, total: 30_000, idle: 5000 } });
    expect(await refusal(path, patient)).toBe(`LIMIT_EXCEEDED: over ${LIMITS.documentBytes} bytes`);
    expect(attempts(path)).toBe(1);
    await patient.close();
  });
});

describe('what may pass is tried again', () => {
  test.each([
    ['/busy', 3],
    ['/cut', 2],
    ['/rest', 2],
  ])('%s: the attempt that succeeds is number %i', async (path, number) => {
    expect(Buffer.from((await get(path)).bytes).toString()).toBe(PAGE);
    expect(attempts(path)).toBe(number);
  });

  test('but not for ever', async () => {
    expect(await refusal('/down')).toBe('UNREADABLE: 127.0.0.1:PORT answered 500 Internal Server Error');
    expect(attempts('/down')).toBe(4);
  });

  test('and longer each time', async () => {
    const slow = new Fetcher({ allowPrivate: true, timing: { ...TIMING, backOff: 60 } });
    await refusal('/down', slow);
    const times = site.asked.map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    for (const [index, gap] of gaps.entries()) expect(gap).toBeGreaterThanOrEqual(60 * 2 ** index - 2);
    await slow.close();
  });

  test('a host that asks for hours of rest is given up', async () => {
    expect(await refusal('/long-rest')).toBe('UNREADABLE: 127.0.0.1:PORT answered 429 Too Many Requests');
    expect(attempts('/long-rest')).toBe(1);
  });

  test.each(['/silent', '/slow'])('%s: no answer takes longer than its time', async (path) => {
    const once = new Fetcher({ allowPrivate: true, timing: { ...TIMING, retries: 0 } });
    expect(await refusal(path, once)).toMatch(/^UNREADABLE: 127\.0\.0\.1:PORT: /);
    await once.close();
  });
});

test('requests to one host keep their distance, those to others need not wait for them', async () => {
  const pace = new HostPace(100);
  const start = performance.now();
  const turn = async (host: string): Promise<number> => pace.turn(host).then(() => performance.now() - start);
  const [first = 0, second = 0, third = 0, elsewhere = 0] = await Promise.all(['a', 'a', 'a', 'b'].map(turn));
  expect(second).toBeGreaterThanOrEqual(98);
  expect(third).toBeGreaterThanOrEqual(198);
  expect(Math.max(first, elsewhere)).toBeLessThan(second);
});

test('a host that asks for more time gets it from its last request on, and rest at once', async () => {
  const pace = new HostPace(0);
  const start = performance.now();
  const turn = async (): Promise<number> => pace.turn('a').then(() => performance.now() - start);
  await turn();
  pace.slowDown('a', 100);
  expect(await turn()).toBeGreaterThanOrEqual(98);
  pace.rest('a', 200);
  expect(await turn()).toBeGreaterThanOrEqual(298);
});

test('waiting for its turn takes nothing from the time of an attempt', async () => {
  const patient = new Fetcher({ allowPrivate: true, timing: { ...TIMING, interval: 120, total: 300, retries: 0 } });
  const pages = await Promise.all(Array.from({ length: 8 }, () => get('/page.html', patient)));
  expect(pages).toHaveLength(8);
  const times = site.asked.map(({ at }) => at);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(300);
  await patient.close();
});

test('the hops of an attempt share its time', async () => {
  const hurried = new Fetcher({ allowPrivate: true, timing: { ...TIMING, idle: 5000, total: 700, retries: 0 } });
  expect(await refusal('/late-round', hurried)).toBe('UNREADABLE: 127.0.0.1:PORT: took too long');
  expect(attempts('/late-round')).toBeLessThan(6);
  await hurried.close();
});

test('a signal ends waiting for a turn', async () => {
  const controller = new AbortController();
  const stopped = new Fetcher({
    allowPrivate: true,
    signal: controller.signal,
    timing: { ...TIMING, interval: 60_000, total: 300 },
  });
  await Promise.all([
    expect(get('/page.html', stopped)).rejects.toThrow('abort'),
    setTimeout(500).then(() => controller.abort()),
  ]);
  await stopped.close();
});

test('a signal ends waiting', async () => {
  const controller = new AbortController();
  const stopped = new Fetcher({
    allowPrivate: true,
    signal: controller.signal,
    timing: { ...TIMING, backOff: 60_000, longestRest: 120_000 },
  });
  const fetched = get('/down', stopped);
  void setTimeout(100).then(() => controller.abort());
  await expect(fetched).rejects.toThrow('abort');
  await stopped.close();
});

describe('private addresses', () => {
  test.each([
    'http://127.0.0.1:PORT/page.html',
    'http://localhost:PORT/page.html',
    'http://[::1]:PORT/page.html',
    'http://2130706433:PORT/page.html',
    'http://0x7f.1:PORT/page.html',
  ])('%s is not asked', async (address) => {
    const careful = new Fetcher({ timing: TIMING });
    expect(await refusal(address.replace('PORT', String(site.port)), careful)).toMatch(
      /^UNREADABLE: \S+ is no public address; --allow-private allows it$/,
    );
    expect(site.asked).toEqual([]);
    await careful.close();
  });

  test('a redirect to one is not followed', async () => {
    const lookup: LookupFunction = (_host, options, callback) =>
      options.all === true ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);
    const agent = new Agent({ connect: { lookup } });
    const asked = request(`http://public.example:${site.port}/metadata`, {
      ...{ agent, pace: new HostPace(0), allowPrivate: false, robots: null },
      time: new TimeBudget(5000),
    });
    await expect(asked).rejects.toThrow('169.254.169.254 is no public address');
    expect(attempts('/metadata')).toBe(1);
    await agent.destroy();
  });
});
