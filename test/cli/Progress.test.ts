import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Progress } from '../../src/cli/Progress.js';
import { log } from '../../src/log.js';

const logged = jest.spyOn(log, 'info').mockImplementation(() => undefined);
beforeEach(() => {
  jest.useFakeTimers();
  logged.mockClear();
});
afterEach(() => void jest.useRealTimers());

/** What a run of ten documents, one in two seconds, writes in its first eleven seconds. */
function watched(isTTY: boolean, total = 10): { readonly drawn: string[]; readonly told: number } {
  let text = '';
  let told = 0;
  const progress = new Progress({ isTTY, write: (more) => (text += more) });
  progress.total = total;
  for (let second = 1; second <= 11; second++) {
    jest.advanceTimersByTime(1000);
    if (second % 2 === 0) progress.step(() => (told += 1));
  }
  progress.end();
  jest.advanceTimersByTime(60_000);
  return { drawn: text.split('\r\u001b[K').filter((line) => line !== ''), told };
}

test('on a terminal one line that is drawn anew: how many, how fast, how long still; nothing is logged', () => {
  const { drawn, told } = watched(true);
  expect([told, logged.mock.calls]).toEqual([5, []]);
  expect([drawn[0], drawn.at(-1)]).toEqual(['0 documents, 0.0 a second', '5 of 10 documents, 0.5 a second, 11 s left']);
});

test('otherwise a plain line each ten seconds, and nothing is drawn', () => {
  const { drawn, told } = watched(false);
  expect([told, drawn]).toEqual([5, []]);
  // The fifth document is done in that very second, right after the line.
  expect(logged.mock.calls).toEqual([['ingest.progress', { done: 4, total: 10, secondsLeft: 15, perSecond: 0.4 }]]);
});

test('where archives hold more than was seen, no time left is made up', () =>
  expect(watched(true, 3).drawn.at(-1)).toBe('5 documents, 0.5 a second'));
