import { type Agent, fetch, type Response } from 'undici';
import { codeOf, messageOf } from '../../errors.js';
import { Refusal } from '../Refusal.js';
import { Absent } from './Absent.js';
import { fileNameOf } from './fileNameOf.js';
import type { HostPace } from './HostPace.js';
import { isPublic, privateAddress } from './publicLookup.js';
import type { Robots } from './Robots.js';
import { checkSize } from './sizes.js';
import type { TimeBudget } from './TimeBudget.js';
import { Transient } from './Transient.js';

export interface RequestOptions {
  readonly agent: Agent;
  readonly pace: HostPace;
  readonly allowPrivate: boolean;
  /** What sites ask of programs; null where it is not asked. */
  readonly robots: Robots | null;
  readonly time: TimeBudget;
  /** More of an answer is not read; by default a document that is larger than documents may be is refused. */
  readonly mostBytes?: number;
}

/** What came of a request. */
export interface Answer {
  readonly bytes: Uint8Array;
  /** Where redirects led. */
  readonly url: string;
  readonly fileName: string;
  /** The header Content-Type; null where there is none. */
  readonly declaredType: string | null;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

/** Longer addresses are not asked for; robots.txt is held against every character of them. */
const LONGEST_ADDRESS = 2_000;

/** Answers after which another attempt may do better. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Failures of the network after which another attempt may do better. */
const PASSING_CODES = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

const HEADERS = {
  accept: 'text/html,application/pdf,application/msword,application/vnd.openxmlformats-officedocument.*,*/*;q=0.5',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
  'user-agent': 'gongkai (reads annual reports on government information disclosure)',
};

const unreadable = (message: string, options?: ErrorOptions): Refusal => new Refusal('UNREADABLE', message, options);

/** Names are looked at when they are resolved; an address that is written out is not resolved. */
function checkAddress(url: URL, allowPrivate: boolean): void {
  if (url.href.length > LONGEST_ADDRESS)
    throw new Refusal('LIMIT_EXCEEDED', `an address of ${url.href.length} characters, over ${LONGEST_ADDRESS}`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw unreadable(`${url.protocol} is not fetched`);
  // They would be kept and shown with the source.
  if (url.username !== '' || url.password !== '') throw unreadable('an address with user and password is not fetched');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && /^[\d.]+$|:/.test(host) && !isPublic(host)) throw privateAddress(host);
}

/** How long the header Retry-After asks for (ms): seconds, or a date. */
function restOf(response: Response): number {
  const asked = response.headers.get('retry-after') ?? '';
  const rest = /^\d{1,9}$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return Number.isNaN(rest) ? 0 : Math.max(0, rest);
}

/** Reads the body, or the first `most` bytes of it, as far as the limit of size allows. */
async function bodyOf(response: Response, most = Infinity): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    size += piece.byteLength;
    if (size >= most) break;
    checkSize(size, pieces[0] ?? piece);
  }
  return Uint8Array.from(Buffer.concat(pieces, Math.min(size, most)));
}

const refusalIn = (error: unknown): Refusal | null => {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof Refusal) return at;
  return null;
};

/** Turns what fetch throws into a refusal, or into one that may pass. */
function failure(error: unknown, host: string, signal: AbortSignal): unknown {
  if (error instanceof Transient) return error;
  const refusal = refusalIn(error);
  if (refusal) return refusal;
  const timedOut = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
  if (signal.aborted && !timedOut) return error;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const said = unreadable(`${host}: ${timedOut ? 'took too long' : messageOf(cause)}`, { cause: error });
  return timedOut || PASSING_CODES.has(codeOf(cause) ?? '') ? new Transient(said, host, 0) : said;
}

function refusedWith(response: Response, { host, pathname }: URL): Refusal | Transient {
  const { status, statusText } = response;
  const forRobots = pathname === '/robots.txt' ? ' (robots.txt)' : '';
  const message = `${host} answered ${status} ${statusText}`.trim() + forRobots;
  if (PASSING.has(status)) return new Transient(unreadable(message), host, restOf(response));
  return status >= 400 && status < 500 ? new Absent('UNREADABLE', message) : unreadable(message);
}

async function answerOf(response: Response, url: URL, mostBytes?: number): Promise<Answer> {
  if (!response.ok) {
    await response.body?.cancel();
    throw refusedWith(response, url);
  }
  return {
    bytes: await bodyOf(response, mostBytes),
    url: url.href,
    fileName: fileNameOf(url, response.headers.get('content-disposition')),
    declaredType: response.headers.get('content-type'),
  };
}

async function checkRobots(url: URL, options: RequestOptions): Promise<void> {
  const { robots, pace } = options;
  const delay = await robots?.check(url, (address, mostBytes) =>
    request(address, { ...options, robots: null, mostBytes }),
  );
  if (typeof delay === 'number') pace.slowDown(url.host, delay);
}

/** Where a redirect leads, or what came of it. */
async function ask(url: URL, { agent, mostBytes }: RequestOptions, signal: AbortSignal): Promise<URL | Answer> {
  try {
    const response = await fetch(url, { redirect: 'manual', dispatcher: agent, headers: HEADERS, signal });
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null) return await answerOf(response, url, mostBytes);
    await response.body?.cancel();
    if (!URL.canParse(location, url.href)) throw unreadable(`${url.host} redirects to what is no address`);
    return new URL(location, url);
  } catch (error) {
    throw failure(error, url.host, signal);
  }
}

/**
 * One attempt at an address. Every hop of a redirect is checked, asks the site's robots.txt and takes its turn.
 * @throws Refusal, Transient
 */
export async function request(address: string, options: RequestOptions): Promise<Answer> {
  if (!URL.canParse(address)) throw unreadable('it is no address');
  const { time, pace } = options;
  let url = new URL(address);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    checkAddress(url, options.allowPrivate);
    await checkRobots(url, options);
    await pace.turn(url.host, time.signal);
    const asked = url;
    const found = await time.spend((signal) => ask(asked, options, signal));
    if (!(found instanceof URL)) return found;
    url = found;
  }
  throw new Absent('UNREADABLE', `more than ${MOST_REDIRECTS} redirects`);
}
