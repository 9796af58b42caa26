import { expect, test } from '@jest/globals';
import { summarize } from '../../../bench/http/summarize.js';

test('several loads: rates by their median, times and work of all answers together', () => {
  const loads = [
    { times: [1, 2, 3, 4], seconds: 1, errors: 0, serverWork: 400, databaseWork: 40 },
    { times: [5, 6], seconds: 1, errors: 1, serverWork: 200, databaseWork: 20 },
    { times: [7, 8, 9, 10], seconds: 0.5, errors: 0, serverWork: 400, databaseWork: 40 },
  ];
  expect(summarize(loads)).toEqual({ perSecond: 4, p50: 5, p99: 10, serverWork: 100, databaseWork: 10, errors: 1 });
});

test('the work of a database that cannot be looked at is unknown, not none', () => {
  const load = { times: [1], seconds: 1, errors: 0, serverWork: 1 };
  expect(summarize([{ ...load, databaseWork: null }]).databaseWork).toBeNull();
});
