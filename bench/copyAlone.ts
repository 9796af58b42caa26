import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** The tables that an ingest writes. */
const TABLES = [
  'agency',
  'annual_report',
  'report_content',
  'source_document',
  'proactive_disclosure',
  'application_outcome',
  'review_litigation',
  'finding',
];

/** Seconds that COPY takes for the rows that are in the tables now, into empty tables of the same shape and indexes. */
export async function copyAlone(url: string): Promise<{ readonly seconds: number; readonly rows: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const contents: [string, Buffer[]][] = [];
    for (const table of TABLES) {
      const pieces: Buffer[] = [];
      const out = client.query(copyTo(`copy ${table} to stdout (format binary)`));
      for await (const piece of out) pieces.push(piece as Buffer);
      contents.push([table, pieces]);
    }
    await client.query('begin');
    for (const table of TABLES)
      await client.query(`create table bench_${table} (like ${table} including indexes including constraints)`);
    let rows = 0;
    const start = performance.now();
    for (const [table, pieces] of contents) {
      const sink = client.query(copyFrom(`copy bench_${table} from stdin (format binary)`));
      for (const piece of pieces) sink.write(piece);
      sink.end();
      await finished(sink);
      rows += sink.rowCount;
    }
    const seconds = (performance.now() - start) / 1000;
    await client.query('rollback');
    return { seconds, rows };
  } finally {
    await client.end();
  }
}
