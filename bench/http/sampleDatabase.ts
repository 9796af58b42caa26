import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '../../src/database/dataSource.js';
import { openEmbedded } from '../../src/database/embedded/openEmbedded.js';
import { migrate } from '../../src/database/migrate.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { store } from '../../src/ingest/store.js';
import { buildReport } from '../../test/harness/buildReport.js';

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

/** A database with one report a city and year, where none is given: enough for the HTTP side, not for SQL. */
export async function sampleDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
  const embedded = await openEmbedded(folder, { settings: { fsync: 'off', synchronous_commit: 'off' } });
  const dataSource = await createDataSource(embedded.url).initialize();
  await migrate(dataSource);
  const cities = readDivisions().filter(({ level, validTo }) => level === 'CITY' && validTo === null);
  for (const [index, { code, name }] of cities.entries())
    await Promise.all(
      YEARS.map((year) => {
        const figures = { 'APPLICATIONS/NOT_HELD/TOTAL': (index * 7 + year) % 50 };
        return store(dataSource, buildReport({ agency: `${name}人民政府`, division: code, year, figures }), {
          sample: false,
        });
      }),
    );
  await dataSource.query('analyze');
  await dataSource.destroy();
  return { url: embedded.url, close: () => embedded.close().then(() => rm(folder, { recursive: true, force: true })) };
}
