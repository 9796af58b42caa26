import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { connectionOf } from '../../src/database/connectionOf.js';
import { copyRows } from '../../src/database/copyRows.js';
import { type CopyValue, copyText } from '../../src/database/copyText.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.query(
    'create table copied (place integer, words text, number numeric, truth boolean, moment timestamptz, bytes bytea)',
  );
});
afterAll(() => database.drop());

const COLUMNS = ['place', 'words', 'number', 'truth', 'moment', 'bytes'];

test.each<[CopyValue, string]>([
  [null, String.raw`\N`],
  ['', ''],
  ['甲\t乙\n丙\r丁\\N', String.raw`甲\t乙\n丙\r丁\\N`],
  [-12.5, '-12.5'],
  [true, 't'],
  [false, 'f'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  [Uint8Array.of(0, 255), String.raw`\\x00ff`],
])('%j is copied as %s', (value, text) => expect(copyText([value])).toBe(text));

const row = fc.tuple(
  fc.option(fc.string({ unit: fc.constantFrom(...String.raw`\N.tnx`, '\t', '\n', '\r', '甲', ' ', '"', ',') })),
  fc.option(fc.integer()),
  fc.option(fc.boolean()),
  fc.option(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })),
  fc.option(fc.uint8Array({ maxLength: 20 })),
);

describe('rows written by COPY', () => {
  test('come back as they were, whatever they hold', async () => {
    const db = database.dataSource;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
        await db.query('truncate copied');
        await db.transaction((manager) =>
          copyRows(
            manager,
            'copied',
            COLUMNS,
            rows.map((values, place) => [place, ...values]),
          ),
        );
        const back = await db.query<Record<string, unknown>[]>('select * from copied order by place');
        expect(
          back.map(({ words, number, truth, moment, bytes }) => [
            ...[words, number === null ? null : Number(number), truth, moment],
            bytes === null ? null : Uint8Array.from(bytes as Buffer),
          ]),
        ).toEqual(rows);
      }),
      { numRuns: 25 },
    );
  });

  test('are gone with their transaction, and only a transaction writes any', async () => {
    const db = database.dataSource;
    await db.query('truncate copied');
    const failing = db.transaction(async (manager) => {
      await copyRows(manager, 'copied', ['place'], [[1]]);
      throw new Error('given up');
    });
    await expect(failing).rejects.toThrow('given up');
    expect(await db.query('select * from copied')).toEqual([]);
    await expect(copyRows(db.manager, 'copied', ['place'], [[1]])).rejects.toThrow('a transaction');
  });

  test('are refused with the code of what is wrong, and the connection lives on', async () => {
    const db = database.dataSource;
    await expect(
      db.transaction((manager) => copyRows(manager, 'copied', ['place'], [['no number']])),
    ).rejects.toMatchObject({ code: '22P02' });
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('fail at once where the connection is gone already', async () => {
    const db = database.dataSource;
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    const client = await connectionOf(runner.manager);
    const gone = new Promise((resolve) => client.once('end', resolve));
    const [session] = (await runner.query('select pg_backend_pid() as pid')) as [{ pid: number }];
    await db.query('select pg_terminate_backend($1)', [session.pid]);
    await gone;
    await expect(copyRows(runner.manager, 'copied', ['place'], [[1]])).rejects.toThrow(
      /not queryable|closed|released/i,
    );
    await runner.release();
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('fail with the connection', async () => {
    const db = database.dataSource;
    const ending = db.transaction(async (manager) => {
      const [session] = await manager.query<[{ pid: number }]>('select pg_backend_pid() as pid');
      const copying = copyRows(
        manager,
        'copied',
        ['place'],
        Array.from({ length: 100_000 }, (_, place) => [place]),
      );
      await Promise.all([copying, db.query('select pg_terminate_backend($1)', [session.pid])]);
    });
    await expect(ending).rejects.toThrow(/terminat|Connection|released/i);
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
