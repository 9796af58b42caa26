import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CubeKeeper } from '../../src/cube/CubeKeeper.js';
import { VERSION_SQL } from '../../src/database/versionSql.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { store } from '../harness/store.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const keeper = (divisions = readDivisions()): CubeKeeper => new CubeKeeper(database.dataSource, divisions);
const version = async (): Promise<string> => {
  const [row] = await database.dataSource.query<{ version: string }[]>(VERSION_SQL);
  return row?.version ?? '';
};
const storeOne = (year: number) => store(database.dataSource, buildReport({ year }), { sample: false });

test('it is loaded while nobody waits, then follows every version', async () => {
  const cubes = keeper();
  await storeOne(2019);
  const first = await version();
  expect(await cubes.at(first)).toBeNull();
  await cubes.start();
  expect(cubes.known(first)?.version).toBe(first);

  await storeOne(2020);
  const second = await version();
  expect(cubes.known(second)).toBeNull();
  const [cube, together] = await Promise.all([cubes.at(second), cubes.at(second)]);
  expect([cube?.version, together]).toEqual([second, cube]);
  // Whoever knows an older version only is answered by the newer.
  expect(cubes.known(first)).toBe(cube);
  await cubes.close();
});

test.each([
  ['a fraction that begins with 0', '2040-01-01 00:00:00.068869Z', '2040-01-01 00:00:00.268869Z'],
  ['a clock that was set back', '2040-01-01 00:00:01Z', null],
])('versions follow each other: %s', async (_, first, second) => {
  const countUp = (moment: string | null): Promise<unknown> =>
    moment === null
      ? storeOne(2021)
      : database.dataSource.query('update dataset_version set version = version + 1, changed_at = $1 where shard = 0', [
          moment,
        ]);
  const cubes = keeper();
  await countUp(first);
  await cubes.start();
  await countUp(second);
  const now = await version();
  // Had the totals to be read anew, the second would not wait for them.
  const got = await Promise.all([cubes.at(now), cubes.at(now)]);
  expect(got.map((cube) => cube?.version)).toEqual([now, now]);
  await cubes.close();
});

test('a database set up anew is read anew', async () => {
  const cubes = keeper();
  await cubes.start();
  const [known] = (await version()).split('.');
  const anew = `${Number(known) - 1}.9999999999.5`;
  expect(cubes.known(anew)).toBeNull();
  await cubes.at(anew);
  expect(cubes.known(await version())).not.toBeNull();
  await cubes.close();
});

test('where the totals cannot be read, the database answers', async () => {
  // A division that this program does not know.
  const cubes = keeper(readDivisions().slice(0, 10));
  await cubes.start();
  expect(await cubes.at(await version())).toBeNull();
  await cubes.close();
});

test('nothing is read once it is closed', async () => {
  const cubes = keeper();
  await cubes.close();
  await cubes.start();
  expect(await cubes.at(await version())).toBeNull();
});
