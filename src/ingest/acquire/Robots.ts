import { LRUCache } from 'lru-cache';
import robotsParser from 'robots-parser';
import { Refusal } from '../Refusal.js';
import type { Answer } from './request.js';
import { Transient } from './Transient.js';

/** What sites may call us in their robots.txt. */
const AGENT = 'gongkai';
/** More of a robots.txt is not read (RFC 9309, 2.5). */
const MOST_BYTES = 500 * 1024;
/** For so long a robots.txt holds (RFC 9309, 2.4); in ms. */
const LIFETIME = 24 * 60 * 60 * 1000;
const MOST_SITES = 1000;

// Its types have a default export, where its CommonJS module is the function itself.
const parse = robotsParser as unknown as typeof robotsParser.default;
type Rules = ReturnType<typeof parse>;

/** What the sites ask of programs in their robots.txt (RFC 9309), each asked once a day. */
export class Robots {
  readonly #sites = new LRUCache<string, Promise<Rules>>({ max: MOST_SITES, ttl: LIFETIME });

  /**
   * Least time between two requests that the site asks for (ms); null where it asks for none.
   * @param get fetches an address, whatever any robots.txt says of it
   * @throws Refusal UNREADABLE where the site does not want the address fetched
   * @throws Transient where its robots.txt can't be had at the moment: nothing is fetched then
   */
  async check(url: URL, get: (address: string) => Promise<Answer>): Promise<number | null> {
    const robot = await this.#of(url.origin, get);
    if (robot.isAllowed(url.href, AGENT) === false)
      throw new Refusal('UNREADABLE', `${url.host} does not want it fetched (robots.txt)`);
    const seconds = robot.getCrawlDelay(AGENT);
    return seconds === undefined ? null : seconds * 1000;
  }

  #of(origin: string, get: (address: string) => Promise<Answer>): Promise<Rules> {
    const known = this.#sites.get(origin);
    if (known !== undefined) return known;
    const robot = this.#fetch(`${origin}/robots.txt`, get);
    this.#sites.set(origin, robot);
    // What failed is asked for again.
    robot.catch(() => this.#sites.delete(origin));
    return robot;
  }

  /** Where there is none, all is allowed. */
  async #fetch(address: string, get: (address: string) => Promise<Answer>): Promise<Rules> {
    try {
      const { bytes } = await get(address);
      return parse(address, new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)));
    } catch (error) {
      if (error instanceof Transient || !(error instanceof Refusal)) throw error;
      return parse(address, '');
    }
  }
}
