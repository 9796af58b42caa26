import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.js';
import { ConfigError } from '../src/errors.js';

const problems = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.settings.map(({ name }) => name);
    throw error;
  }
  return [];
};

describe('readConfig', () => {
  test('has a default for everything, and is frozen', () => {
    const config = readConfig({});
    expect(config).toEqual({
      databaseUrl: null,
      replicaUrls: [],
      replicaLag: 10,
      host: '0.0.0.0',
      port: 4000,
      dataFolder: resolve('.gongkai'),
      samples: null,
      logLevel: 'info',
      fast: true,
      storedMegabytes: 64,
      maxAge: null,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: ' 8080 ' }, { port: 8080 }],
    [{ PORT: '' }, { port: 4000 }],
    [{ GONGKAI_DATA: '/somewhere' }, { dataFolder: '/somewhere' }],
    [{ GONGKAI_SAMPLES: '1' }, { samples: true }],
    [{ GONGKAI_SAMPLES: '0' }, { samples: false }],
    [{ LOG_LEVEL: 'DEBUG' }, { logLevel: 'debug' }],
    [{ GONGKAI_FAST: '0' }, { fast: false }],
    [{ GONGKAI_STORED_MB: '0' }, { storedMegabytes: 0 }],
    [{ GONGKAI_MAX_AGE: '60' }, { maxAge: 60 }],
    ...['127.0.0.1', '::1', 'localhost', 'db-1.example.cn'].map((host) => [{ HOST: host }, { host }] as const),
    [{ DATABASE_URL: 'postgres://h/d', DATABASE_REPLICA_LAG: '60' }, { replicaLag: 60 }],
    [
      { DATABASE_URL: 'postgres://h/d', DATABASE_REPLICA_URLS: 'postgres://a/d, postgres://b/d' },
      { replicaUrls: ['postgres://a/d', 'postgres://b/d'] },
    ],
    [{ DATABASE_URL: 'postgres://u:p@h/d' }, { databaseUrl: 'postgres://u:p@h/d' }],
    [{ DATABASE_URL: 'postgresql://h:1/d?sslmode=require' }, { databaseUrl: 'postgresql://h:1/d?sslmode=require' }],
  ])('%j is %j', (env, expected) => expect(readConfig(env)).toMatchObject(expected));

  test.each([
    [{ PORT: '65536' }, ['PORT']],
    [{ PORT: '-1' }, ['PORT']],
    [{ PORT: '4e3' }, ['PORT']],
    [{ PORT: '０' }, ['PORT']],
    [{ GONGKAI_SAMPLES: 'yes' }, ['GONGKAI_SAMPLES']],
    [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    [{ GONGKAI_FAST: 'no' }, ['GONGKAI_FAST']],
    [{ GONGKAI_STORED_MB: '65537' }, ['GONGKAI_STORED_MB']],
    [{ GONGKAI_MAX_AGE: '1h' }, ['GONGKAI_MAX_AGE']],
    [{ DATABASE_URL: 'mysql://h/d' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'localhost:5432' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgres://h:port/d' }, ['DATABASE_URL']],
    [{ HOST: 'a b' }, ['HOST']],
    [{ HOST: '-x' }, ['HOST']],
    [{ HOST: 'http://localhost' }, ['HOST']],
    [{ DATABASE_REPLICA_LAG: '0' }, ['DATABASE_REPLICA_LAG']],
    [{ DATABASE_REPLICA_LAG: '1h' }, ['DATABASE_REPLICA_LAG']],
    [{ DATABASE_REPLICA_URLS: 'postgres://a/d' }, ['DATABASE_REPLICA_URLS']],
    [{ DATABASE_URL: 'postgres://h/d', DATABASE_REPLICA_URLS: 'postgres://a/d,' }, ['DATABASE_REPLICA_URLS']],
    [{ GONGKAI_SAMPELS: '1' }, ['GONGKAI_SAMPELS']],
    [{ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'z' }, ['DATABASE_URL', 'PORT', 'LOG_LEVEL']],
  ])('%j is refused for %j', (env, names) => expect(problems(env)).toEqual(names));
});
