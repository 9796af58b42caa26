import { LIMITS } from '../limits/limits.js';
import type { Refusal } from './refuse.js';

/** More requests wait than this process takes on. */
export const OVERLOADED: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: `${LIMITS.waiting} requests are being answered already, come back in a second`,
  limit: LIMITS.waiting,
};

/** The answer took too long. @param limit ms */
export const requestTimeout = (limit: number): Refusal => ({
  status: 503,
  code: 'REQUEST_TIMEOUT',
  message: `the answer took more than ${limit / 1000} s`,
  limit,
});

/** The body is longer than a question. */
export const BODY_TOO_LARGE: Refusal = {
  status: 413,
  code: 'BODY_TOO_LARGE',
  message: `the body has more than ${LIMITS.bodyBytes} bytes`,
  limit: LIMITS.bodyBytes,
};
