import { expect, test } from '@jest/globals';
import { isLost } from '../../../src/database/replicas/isLost.js';

const coded = (code: string): Error => Object.assign(new Error('…'), { code });

test.each([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE', '08006', '28P01', '53300', '57P01', '57P03'].map(
    (code) => [code, coded(code), true] as const,
  ),
  ...['ERR_INVALID_ARG_TYPE', '42P01', '57014', '40001', '22003'].map((code) => [code, coded(code), false] as const),
  ['Connection terminated unexpectedly', new Error('Connection terminated unexpectedly'), true],
  ['Query read timeout', new Error('Query read timeout'), true],
  ['timeout exceeded when trying to connect', new Error('timeout exceeded when trying to connect'), true],
  ['Client has encountered…', new Error('Client has encountered a connection error and is not queryable'), true],
  ['a bug', new TypeError('x is not a function'), false],
])('%s', (_, error, expected) => expect(isLost(error)).toBe(expected));
