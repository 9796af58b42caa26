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

/** A site with two pages and this robots.txt; null where it breaks down over it. */
async function siteWith(robots: string | null, status = 200): Promise<TestSite> {
  const site = await openSite({
    '/robots.txt': (response) => (robots === null ? response.destroy() : response.writeHead(status).end(robots)),
    '/a/page.html': (response) => response.end('a page'),
    '/b.html': (response) => response.end('another page'),
    '/to-a': (response) => response.writeHead(302, { location: '/a/page.html' }).end(),
  });
  sites.push(site);
  return site;
}

const outcome = async (address: string): Promise<string> => {
  const answer = await fetcher.fetch(address).catch((error: unknown) => error);
  if (answer instanceof Refusal) return answer.message.replace(/:\d+/, '');
  if (answer instanceof Error) throw answer;
  return 'fetched';
};
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

  test.each<[string, string | null, number]>([
    ['at a loss', 'busy', 503],
    ['broken off', null, 200],
  ])('%s: nothing is fetched', async (_, robots, status) => {
    const site = await siteWith(robots, status);
    expect(await outcome(`${site.url}/b.html`)).not.toBe('fetched');
    expect(site.asked.map(({ path }) => path)).not.toContain('/b.html');
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

  test('says how long to wait between two requests', async () => {
    const site = await siteWith('User-agent: *\nCrawl-delay: 0.2');
    await fetcher.fetch(`${site.url}/b.html`);
    await fetcher.fetch(`${site.url}/b.html`);
    const [first, second] = site.asked.filter(({ path }) => path === '/b.html').map(({ at }) => at);
    // Not the exact time: only that it did wait.
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(100);
  });
});
