import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ingestPaths, type Outcome, rereadKept } from '../../src/ingest/ingest.js';
import { READER_VERSION } from '../../src/ingest/readerVersion.js';
import { withDatabase } from '../harness/withDatabase.js';
import { table, taken } from './taken.js';

const SAMPLE = 'data/samples/nanyang-general-office-2020.txt';
const OTHER = 'data/samples/hongze-government-2023.txt';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const take = (paths: readonly string[], reread = false): Promise<Outcome[]> =>
  taken((options) => ingestPaths(paths, options), { dataSource: db, reread });

describe('reading again', () => {
  const older = async (): Promise<void> => {
    await take([SAMPLE, OTHER]);
    await db.query('update source_document set reader_version = 0');
    await db.query('update annual_report set reader_version = 0');
  };
  const versions = async (): Promise<unknown> => {
    const rows = await db.query<{ v: unknown }[]>(
      'select array_agg(reader_version order by id) as v from annual_report',
    );
    return rows[0]?.v;
  };

  test('what an older reader read: all kept bytes, once', async () => {
    await older();
    const first = await taken(rereadKept, { dataSource: db });
    expect(table(first)).toEqual([
      'hongze-government-2023.txt unchanged 淮安市洪泽区人民政府',
      'nanyang-general-office-2020.txt unchanged 南阳市政府办公室',
    ]);
    expect(await versions()).toEqual([READER_VERSION, READER_VERSION]);
    expect(await taken(rereadKept, { dataSource: db })).toEqual([]);
  });

  test('the named documents alone', async () => {
    await older();
    await take([OTHER], true);
    expect(await versions()).toEqual([0, READER_VERSION]);
  });

  test('is left to whoever asks for it', async () => {
    await older();
    await take([SAMPLE, OTHER]);
    expect(await versions()).toEqual([0, 0]);
  });

  test('a figure that the older reader misread is revised', async () => {
    await older();
    await db.query(`update application_outcome set total = 58 where disposition = 'RECEIVED' and total = 57`);
    await db.query(
      `update annual_report as r set fingerprint = repeat('0', 64) from agency as a
       where a.id = r.agency_id and a.name = '南阳市政府办公室'`,
    );
    expect(table(await taken(rereadKept, { dataSource: db }))).toEqual([
      'hongze-government-2023.txt unchanged 淮安市洪泽区人民政府',
      'nanyang-general-office-2020.txt revised 南阳市政府办公室',
    ]);
    const revisions = await db.query<unknown[]>(
      `select r.revision, r.active, r.reader_version as reader, o.total
       from annual_report as r join application_outcome as o on o.agency_id = r.agency_id and o.report_id = r.id
       where r.year = 2020 and o.disposition = 'RECEIVED' order by r.revision`,
    );
    expect(revisions).toEqual([
      { revision: 1, active: false, reader: 0, total: 58 },
      { revision: 2, active: true, reader: READER_VERSION, total: 57 },
    ]);
  });
});
