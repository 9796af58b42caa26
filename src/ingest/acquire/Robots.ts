import { LRUCache } from 'lru-cache';
import robotsParser from 'robots-parser';
import { Refusal } from '../Refusal.js';
import { Absent } from './Absent.js';
import { asksTooMuch } from './asksTooMuch.js';
import type { Answer } from './request.js';

/** What sites may call us in their robots.txt. */
const AGENT = 'gongkai';
/** More of a robots.txt is not read (RFC 9309, 2.5). */
const MOST_BYTES = 500 * 1024;
/** For so long a robots.txt holds (RFC 9309, 2.4); in ms. */
const LIFETIME = 24 * 60 * 60 * 1000;
const MOST_SITES = 1000;

// Its types have a default export, where its CommonJS module is the function itself.
const parse = robotsParser as unknown as typeof robotsParser.default;
/** Null where they are more than are followed. */
type Rules = ReturnType<typeof parse> | null;

/** Fetches so many bytes of an address, whatever any robots.txt says of it. */
type Get = (address: string, mostBytes: number) => Promise<Answer>;

/** What the sites ask of programs in their robots.txt (RFC 9309), each asked once a day and kept in memory. */
export class Robots {
  readonly #sites = new LRUCache<string, Promise<Rules>>({ max: MOST_SITES, ttl: LIFETIME });

  /**
   * Least time between two requests that the site asks for (ms); null where it asks for none.
   * @throws Refusal where the site does not want the address fetched, or its robots.txt can't be had or followed
   * @throws Transient where its robots.txt can't be had at the moment
   */
  async check(url: URL, get: Get): Promise<number | null> {
    const robot = await this.#of(url.origin, get);
    if (robot === null)
      throw new Refusal('LIMIT_EXCEEDED', `${url.host} has more rules than are followed (robots.txt)`);
    if (robot.isAllowed(url.href, AGENT) === false)
      throw new Refusal('UNREADABLE', `${url.host} does not want it fetched (robots.txt)`);
    const seconds = robot.getCrawlDelay(AGENT);
    return seconds === undefined ? null : seconds * 1000;
  }

  #of(origin: string, get: Get): Promise<Rules> {
    const known = this.#sites.get(origin);
    if (known !== undefined) return known;
    const robot = this.#fetch(`${origin}/robots.txt`, get);
    this.#sites.set(origin, robot);
    // What failed is asked for again.
    robot.catch(() => this.#sites.delete(origin));
    return robot;
  }

  /** All is allowed only where the site says that there is none: whatever else goes wrong, it is left alone (RFC 9309, 2.3.1). */
  async #fetch(address: string, get: Get): Promise<Rules> {
    try {
      const { bytes } = await get(address, MOST_BYTES);
      const text = new TextDecoder().decode(bytes);
      return asksTooMuch(text) ? null : parse(address, text);
    } catch (error) {
      if (error instanceof Absent) return parse(address, '');
      throw error;
    }
  }
}
