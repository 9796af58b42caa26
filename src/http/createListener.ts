import { createServer, type RequestListener, type Server } from 'node:http';
import { LIMITS } from '../limits/limits.js';
import type { FastPath } from './FastPath.js';
import { OVERLOADED, requestTimeout } from './refusals.js';
import { refuse } from './refuse.js';

/**
 * Node's HTTP server before all others: it refuses what is too many at once or takes too long, lets the fast path answer
 * what it can, and hands on the rest.
 * @param fast null: everything is handed on
 * @param answerMs how long an answer may take
 */
export function createListener(onward: RequestListener, fast: FastPath | null, answerMs: number): Server {
  let waiting = 0;
  const late = requestTimeout(answerMs);
  return createServer({ requestTimeout: LIMITS.receiveMs }, (request, response) => {
    if (waiting >= LIMITS.waiting) return refuse(response, OVERLOADED);
    waiting += 1;
    const timer = setTimeout(() => refuse(response, late), answerMs);
    response.once('close', () => {
      clearTimeout(timer);
      waiting -= 1;
    });
    if (fast === null) onward(request, response);
    else fast.handle(request, response, () => onward(request, response));
  });
}
