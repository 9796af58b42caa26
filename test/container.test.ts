import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../src/config.js';
import { createTestDatabase, type TestDatabase } from './harness/createTestDatabase.js';

/** The instructions of a Dockerfile, each with its words. */
const instructions = readFileSync('Dockerfile', 'utf8')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => line.split(' '));
const last = (name: string): string[] => instructions.findLast(([word]) => word === name)?.slice(1) ?? [];
const words = (name: string): string[] => {
  const list: unknown = JSON.parse(last(name).join(' '));
  return Array.isArray(list) ? list.map(String) : [];
};

describe('Dockerfile', () => {
  let database: TestDatabase;
  let image = '';
  beforeAll(async () => {
    database = await createTestDatabase();
    image = mkdtempSync(join(tmpdir(), 'gongkai-image-'));
  });
  afterAll(async () => {
    await database.drop();
    rmSync(image, { recursive: true });
  });

  test('copies only what is there, and runs as a user without rights', () => {
    const fromHere = instructions.filter(([word, source]) => word === 'COPY' && !source?.startsWith('--from'));
    for (const [, ...paths] of fromHere)
      for (const path of paths.slice(0, -1)) expect([path, existsSync(path)]).toEqual([path, true]);
    expect(last('USER')).toEqual(['node']);
  });

  test('has all that its command needs', () => {
    // What the last stage copies, at the places where it puts it.
    const stage = instructions.slice(instructions.findLastIndex(([word]) => word === 'FROM'));
    for (const [word, ...paths] of stage) {
      if (word !== 'COPY') continue;
      const [source = '', target = ''] = paths.filter((path) => !path.startsWith('--'));
      const name = source.replace('/app/', '');
      const place = target === './' ? join(image, name) : join(image, target);
      if (name === 'node_modules') symlinkSync(resolve(name), place);
      else cpSync(name, place, { recursive: true });
    }
    const [program = '', ...args] = words('ENTRYPOINT');
    expect([program, words('CMD')]).toEqual(['node', ['serve']]);
    const run = (...verb: string[]): string =>
      execFileSync(process.execPath, [...args, ...verb], {
        cwd: image,
        env: { DATABASE_URL: database.url, LOG_LEVEL: 'error' },
        encoding: 'utf8',
      });
    expect(run('serve', '--help')).toMatch(/^Usage: gongkai serve/);
    expect(run('migrate')).toBe('');
    expect(run('ingest', 'data/samples/nanyang-general-office-2020.txt')).toContain('1 stored');
  });
});

describe('docker-compose.yml', () => {
  const file: unknown = parse(readFileSync('docker-compose.yml', 'utf8'), { strict: true });

  test('is PostgreSQL 18 with a volume and a health check, and the program that waits for it', () => {
    expect(file).toMatchObject({
      services: {
        database: {
          image: 'postgres:18',
          volumes: ['database:/var/lib/postgresql'],
          healthcheck: { test: expect.arrayContaining(['pg_isready']) },
        },
        app: { build: '.', depends_on: { database: { condition: 'service_healthy' } } },
      },
      volumes: { database: null },
    });
  });

  test('sets nothing that the program would refuse', () => {
    const environment: unknown = Object(file).services.app.environment;
    const settings = Object.entries(Object(environment)).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\w+:-([^}]*)\}/g, '$1'),
    ]);
    expect(readConfig(Object.fromEntries(settings))).toMatchObject({
      port: 4000,
      databaseUrl: 'postgres://gongkai:gongkai@database:5432/gongkai',
    });
  });
});

test('.env.example names every setting with its default', () => {
  const text = readFileSync('.env.example', 'utf8');
  const examples = Object.fromEntries(
    [...text.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
  const { DATABASE_URL, DATABASE_REPLICA_URLS, GONGKAI_SAMPLES, GONGKAI_MAX_AGE, ...defaults } = examples;
  expect(readConfig(defaults)).toEqual(readConfig({}));
  const others = { DATABASE_URL, DATABASE_REPLICA_URLS, GONGKAI_SAMPLES, GONGKAI_MAX_AGE };
  expect(readConfig(others)).toMatchObject({
    samples: true,
    maxAge: 60,
    replicaUrls: [expect.any(String), expect.any(String)],
  });
  expect(Object.keys(examples).sort()).toEqual([
    'DATABASE_REPLICA_LAG',
    'DATABASE_REPLICA_URLS',
    'DATABASE_URL',
    'GONGKAI_DATA',
    'GONGKAI_FAST',
    'GONGKAI_MAX_AGE',
    'GONGKAI_SAMPLES',
    'GONGKAI_STORED_MB',
    'HOST',
    'LOG_LEVEL',
    'PORT',
  ]);
});
