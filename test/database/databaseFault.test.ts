import { expect, test } from '@jest/globals';
import { databaseFault } from '../../src/database/databaseFault.js';
import { UsageError } from '../../src/errors.js';

const coded = (message: string, code?: string): Error => Object.assign(new Error(message), code && { code });

test.each([
  ['could not extend file: No space left on device', '53100', /Free some space/],
  ['sorry, too many clients already', '53300', /max_connections/],
  ['canceling statement due to statement timeout', '57014', /statement_timeout/],
  ['terminating connection due to administrator command', '57P01', /can be reached/],
  ['write EPIPE', 'EPIPE', /can be reached/],
  ['Connection terminated unexpectedly', undefined, /can be reached/],
  ['Client has encountered a connection error and is not queryable', undefined, /can be reached/],
  ['could not read block 0 in file', 'XX001', /own log/],
  ['permission denied for schema public', '42501', /owns the database/],
  ['deadlock detected', '40P01', /in the way/],
])('%s (%s) is the database’s fault', (message, code, help) => {
  const cause = coded(message, code);
  expect(databaseFault(cause)).toMatchObject({
    name: 'DatabaseFailedError',
    message: `the database failed: ${message}`,
    help: expect.stringMatching(help),
    cause,
  });
});

test.each([
  coded('syntax error at or near "form"', '42601'),
  coded('null value in column "year"', '23502'),
  coded('EACCES: permission denied', 'EACCES'),
  new TypeError('x is not a function'),
  new UsageError('there is nothing to take in'),
])('%s is not', (error) => {
  expect(databaseFault(error)).toBe(error);
});
