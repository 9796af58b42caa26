import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrate } from '../../src/database/migrate.js';
import { withDatabase } from '../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

describe('a database', () => {
  test.each([
    ['of this program', [], 'done'],
    [
      'that misses nothing but has an older migration of another name',
      [[1_763_776_700_000, 'Old1763776700000']],
      'done',
    ],
    [
      'of a newer program',
      [[9_763_776_800_000, 'Newer9763776800000']],
      /^the database is of a newer program: its newest migration is Newer9763776800000, this program knows them up to \w+17\d+$/,
    ],
  ])('%s', async (_, more, expected) => {
    for (const row of more) await db.query('insert into migrations (timestamp, name) values ($1, $2)', row);
    const said = await migrate(db).then(
      () => 'done',
      (error: unknown) => (error as Error).message,
    );
    expect(said).toEqual(expected instanceof RegExp ? expect.stringMatching(expected) : expected);
  });
});
