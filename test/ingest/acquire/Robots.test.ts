import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Fetcher } from '../../../src/ingest/acquire/Fetcher.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import { openSite, type TestSite } from './testSite.js';

const TIMING = { interval: 0, backOff: 10, idle: 300, total: 1000, connect: 500, retries: 1 };
const sites: TestSite[] = [];
let fetcher: Fetcher;
beforeEach(() => {
  fetcher = new Fetcher({ allowPrivate: true, timing: TIMING });
});
afterEach(() => fetcher.close());
afterAll(() => Promise.all(sites.map((site) => site.close())));

/** A site with two pages that answers so for its robots.txt. */
async function siteThat(answers: (response: ServerResponse) => void): Promise<TestSite> {
  const site = await openSite({
    '/robots.txt': answers,
    '/a/page.html': (response) => response.end('a page'),
    '/b.html': (response) => response.end('another page'),
    [`/${'a'.repeat(1_900)}`]: (response) => response.end('a page'),
    [`/${'a'.repeat(15_000)}`]: (response) => response.end('a page'),
    '/to-far': (response) => response.writeHead(302, { location: `/${'a'.repeat(15_000)}` }).end(),
    '/to-a': (response) => response.writeHead(302, { location: '/a/page.html' }).end(),
  });
  sites.push(site);
  return site;
}

const siteWith = (robots: string, status = 200): Promise<TestSite> =>
  siteThat((response) => response.writeHead(status).end(robots));

const outcome = async (address: string): Promise<string> => {
  const answer = await fetcher.fetch(address).catch((error: unknown) => error);
  if (answer instanceof Refusal) return answer.message.replace(/:\d+/, '');
  if (answer instanceof Error) throw answer;
  return 'fetched';
};
const CLOSED = 'User-agent: *\nDisallow: /\n';
const COMMENT = Buffer.alloc(1024 * 1024, '#');
const PACKED = { 'content-encoding': 'gzip' };
const BOMB = gzipSync(Buffer.concat([Buffer.from(CLOSED), ...Array.from({ length: 70 }, () => COMMENT)]));

/** Answers without end. */
function pour(response: ServerResponse, beginning: string): void {
  response.write(beginning);
  const more = (): void => {
    while (!response.destroyed && response.write(COMMENT));
    response.once('drain', more);
  };
  more();
}

const REFUSED = '127.0.0.1 does not want it fetched (robots.txt)';

describe('robots.txt', () => {
  test.each<[string, string, number, string, string]>([
    ['forbids a folder', 'User-agent: *\nDisallow: /a/', 200, REFUSED, 'fetched'],
    ['forbids all', 'User-agent: *\nDisallow: /', 200, REFUSED, REFUSED],
    ['forbids all but us', 'User-agent: gongkai\nAllow: /\nUser-agent: *\nDisallow: /', 200, 'fetched', 'fetched'],
    ['forbids us', 'User-agent: gongkai\nDisallow: /\nUser-agent: *\nAllow: /', 200, REFUSED, REFUSED],
    ['is none', '', 404, 'fetched', 'fetched'],
    ['is kept secret', 'User-agent: *\nDisallow: /', 403, 'fetched', 'fetched'],
    ['is a page', '<html><body>首页</body></html>', 200, 'fetched', 'fetched'],
  ])('%s', async (_, robots, status, first, second) => {
    const { url } = await siteWith(robots, status);
    expect([await outcome(`${url}/a/page.html`), await outcome(`${url}/b.html`)]).toEqual([first, second]);
  });

  test.each<[string, (response: ServerResponse) => void, string]>([
    [
      'at a loss',
      (response) => response.writeHead(503).end(),
      '127.0.0.1 answered 503 Service Unavailable (robots.txt)',
    ],
    ['unable', (response) => response.writeHead(501).end(), '127.0.0.1 answered 501 Not Implemented (robots.txt)'],
    ['behind a wall', (response) => response.writeHead(520, 'Odd').end(), '127.0.0.1 answered 520 Odd (robots.txt)'],
    ['unchanged', (response) => response.writeHead(304).end(), '127.0.0.1 answered 304 Not Modified (robots.txt)'],
    ['broken off', (response) => response.destroy(), '127.0.0.1: other side closed'],
    [
      'no HTTP',
      (response) => response.socket?.end('what?\r\n\r\n'),
      '127.0.0.1: Response does not match the HTTP/1.1 protocol',
    ],
    [
      'elsewhere, where we do not look',
      (response) => response.writeHead(302, { location: 'ftp://a.example/robots.txt' }).end(),
      'ftp: is not fetched',
    ],
    [
      'behind a certificate that is none',
      (response) =>
        response.writeHead(302, { location: `https://127.0.0.1:${response.socket?.localPort}/robots.txt` }).end(),
      'SSL',
    ],
  ])('%s: nothing is fetched', async (_, answers, expected) => {
    const site = await siteThat(answers);
    expect(await outcome(`${site.url}/b.html`)).toContain(expected);
    expect(site.asked.map(({ path }) => path)).not.toContain('/b.html');
  });

  test('redirects without end are none', async () => {
    const { url } = await siteThat((response) => response.writeHead(302, { location: '/robots.txt' }).end());
    expect(await outcome(`${url}/b.html`)).toBe('fetched');
  });

  test.each<[string, (response: ServerResponse) => void, string]>([
    ['endless: its beginning holds', (response) => pour(response, CLOSED), REFUSED],
    ['packed by the thousand', (response) => response.writeHead(200, PACKED).end(BOMB), REFUSED],
    ['closed after 500 KiB', (response) => response.end(`${'#'.repeat(500 * 1024)}\n${CLOSED}`), 'fetched'],
  ])('%s', async (_, answers, expected) => {
    const { url } = await siteThat(answers);
    expect(await outcome(`${url}/b.html`)).toBe(expected);
  });

  describe('however much it asks', () => {
    const agent = 'User-agent: *\n';
    const far = `/${'a'.repeat(1_900)}`;
    const tooMany = '127.0.0.1 has more rules than are followed (robots.txt)';
    const rules = (rule: string, bytes: number): string => agent + rule.repeat(Math.floor(bytes / rule.length));
    test.each<[string, string, string]>([
      ['as many rules as are read', rules('Disallow: /*a*a*b\n', 500 * 1024), tooMany],
      ['as many without wildcards', rules('Disallow: /b\n', 500 * 1024), tooMany],
      ['one long rule', `${agent}Disallow: /${'*a'.repeat(200_000)}b`, tooMany],
      ['as many rules as are followed', agent + 'Disallow: /b\n'.repeat(4_999), 'fetched'],
      ['as many wildcards as are followed', agent + 'Disallow: /*a*a*b\n'.repeat(340), 'fetched'],
      ['a page full of stars', `<style>${'/* a */ allow '.repeat(5_000)}</style>`, 'fetched'],
      ['remarks full of stars', `#${'*'.repeat(9_000)}\nDisallow: # ${'*'.repeat(9_000)}`, 'fetched'],
    ])('%s', async (_, robots, expected) => {
      const { url } = await siteWith(robots);
      await outcome(`${url}/b.html`);
      expect(await outcome(url + far)).toBe(expected);
    });

    test('addresses beyond measure are refused, also where redirects lead', async () => {
      const { url } = await siteWith('');
      const refused = (length: number) => `an address of ${url.length + length} characters, over 2000`;
      expect(await outcome(`${url}/${'a'.repeat(15_000)}`)).toBe(refused(15_001));
      expect(await outcome(`${url}/to-far`)).toBe(refused(15_001));
    });
  });

  test('is asked for once', async () => {
    const site = await siteWith('User-agent: *\nDisallow: /c');
    await Promise.all(['/b.html', '/a/page.html', '/b.html'].map((path) => fetcher.fetch(site.url + path)));
    expect(site.asked.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
  });

  test('holds for where redirects lead', async () => {
    const { url } = await siteWith('User-agent: *\nDisallow: /a/');
    expect(await outcome(`${url}/to-a`)).toBe(REFUSED);
  });

  test('may ask for more time than an attempt has', async () => {
    const { url } = await siteWith('User-agent: *\nCrawl-delay: 0.4');
    const pages = Array.from({ length: 4 }, () => outcome(`${url}/b.html`));
    expect(await Promise.all(pages)).toEqual(pages.map(() => 'fetched'));
  });

  test('says how long to wait between two requests', async () => {
    const site = await siteWith('User-agent: *\nCrawl-delay: 0.2');
    await fetcher.fetch(`${site.url}/b.html`);
    await fetcher.fetch(`${site.url}/b.html`);
    const [robots = 0, first = 0, second = 0] = site.asked.map(({ at }) => at);
    // Not the exact time: only that it did wait.
    expect(first - robots).toBeGreaterThan(100);
    expect(second - first).toBeGreaterThan(100);
  });
});
