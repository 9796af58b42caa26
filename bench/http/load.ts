import autocannon from 'autocannon';
import { ask } from './ask.js';

/** What is asked, again and again. */
export interface Load {
  readonly url: string;
  /** Bodies of requests; each connection asks them in turn, and begins at another one. */
  readonly bodies: readonly string[];
  readonly connections: number;
  /** How long, or how many answers of what takes longer. */
  readonly until: { readonly seconds: number } | { readonly answers: number };
}

/** How it was answered. */
export interface Loaded {
  /** How long each answer took (ms). */
  readonly times: readonly number[];
  readonly seconds: number;
  /** Answers that were none: with errors, of another status, too late, or not given. */
  readonly errors: number;
}

/** Data and nothing after it; with errors beside them it would end in a list. */
const isWhole = (body: string): boolean => body.startsWith('{"data":{') && body.trimEnd().endsWith('}}');

/** Asks over so many connections, each waiting for its answer before it asks again. */
export async function load({ url, bodies, connections, until }: Load): Promise<Loaded> {
  const requests = bodies.map((body) => ({ body }));
  let clients = 0;
  // Its own histogram knows whole milliseconds only.
  const times: number[] = [];
  const { errors, non2xx, timeouts, mismatches, duration } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        connections,
        ...('seconds' in until ? { duration: until.seconds } : { amount: until.answers }),
        // Where nothing is kept ready, a question may take longer than the usual ten seconds.
        timeout: 300,
        setupClient: (client) => {
          const from = clients % requests.length;
          clients += 1;
          client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
        },
        // To look at each answer takes this side longer than giving it takes the other.
        ...(bodies.length > 1 && { verifyBody: (body: string | Buffer | undefined) => isWhole(String(body)) }),
      },
      (error: Error | null, result) => (error ? reject(error) : resolve(result)),
    );
    running.on('response', (_client, _status, _bytes, milliseconds) => void times.push(milliseconds));
  });
  const last = bodies[0] === undefined || isWhole(await ask(url, bodies[0])) ? 0 : 1;
  return { times, seconds: duration, errors: errors + non2xx + timeouts + mismatches + last };
}
