import { describe, expect, test } from '@jest/globals';
import { type AppError, ConfigError, HostError, PortError, UsageError } from '../src/errors.js';

const cases: [AppError, string, string, string, string | null][] = [
  [
    new ConfigError([{ name: 'PORT', value: 'x', expected: 'should be a whole number' }]),
    'BAD_SETTING',
    'error',
    'cannot start with this setting: PORT is "x", should be a whole number',
    'Correct the environment variables (see .env.example).',
  ],
  [
    new ConfigError([
      { name: 'PORT', value: 'x', expected: 'should be a whole number' },
      { name: 'DATABASE_URL', value: null, expected: 'should look like postgres://…' },
    ]),
    'BAD_SETTING',
    'error',
    'cannot start with these settings: PORT is "x", should be a whole number; DATABASE_URL should look like postgres://…',
    'Correct the environment variables (see .env.example).',
  ],
  [
    new PortError(80, 'needs rights that this user lacks'),
    'PORT',
    'error',
    'port 80 needs rights that this user lacks',
    'Set PORT to another one, e.g. PORT=4001; 0 takes any that is free.',
  ],
  [
    new HostError('192.0.2.1'),
    'HOST',
    'error',
    'cannot listen on 192.0.2.1, which is no interface of this machine',
    'Correct HOST, or unset it.',
  ],
  [new UsageError('not there: x'), 'MISUSE', 'warn', 'not there: x', null],
];

describe('an error that we know', () => {
  test.each(cases)('%s has a code, a level, a message and a help', (error, code, level, message, help) => {
    expect(error).toMatchObject({ code, level, message, help, name: error.constructor.name });
  });

  test('keeps its cause', () => {
    const cause = new Error('EADDRINUSE');
    expect(new PortError(80, 'is taken', { cause }).cause).toBe(cause);
  });
});
