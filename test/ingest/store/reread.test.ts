import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { READER_VERSION } from '../../../src/ingest/readerVersion.js';
import { prepare } from '../../../src/ingest/store/prepare.js';
import { storeBatch } from '../../../src/ingest/store/storeBatch.js';
import { differences } from '../../../src/rollup/check.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

/** What the bytes of `document` read as. */
const readAs = (document: ReportSketch, sketch: ReportSketch, again: boolean) => {
  const { source } = buildReport(document);
  return { report: prepare({ ...buildReport(sketch), source }), again };
};

/** Stores documents as an older reader read them. */
const earlier = async (...documents: ReportSketch[]): Promise<void> => {
  await storeBatch(
    db,
    documents.map((document) => readAs(document, document, false)),
    { sample: false },
  );
  await db.query('update source_document set reader_version = 0');
  await db.query('update annual_report set reader_version = 0');
};
const again = async (...pairs: [ReportSketch, ReportSketch][]): Promise<string[]> => {
  const batch = pairs.map(([document, sketch]) => readAs(document, sketch, true));
  return (await storeBatch(db, batch, { sample: false })).map(({ status }) => status);
};

const reports = (): Promise<unknown[]> =>
  db.query(`
    select r.year, r.revision, r.active, r.reader_version as reader, o.total::int as received,
      (select array_agg(s.superseded order by s.superseded) from source_document as s
       where s.agency_id = r.agency_id and s.report_id = r.id) as superseded,
      (select count(*)::int from finding as f where f.agency_id = r.agency_id and f.report_id = r.id) as findings
    from annual_report as r
    left join application_outcome as o
      on o.agency_id = r.agency_id and o.report_id = r.id and o.disposition = 'RECEIVED'
    order by r.year, r.revision`);

const received = (count: number): ReportSketch => ({ figures: { 'APPLICATIONS/RECEIVED/TOTAL': count } });
const flagged: ReportSketch['findings'] = [{ code: 'JUMP', place: null, raw: null, expected: null, actual: null }];
const row = {
  year: 2020,
  revision: 1,
  active: true,
  reader: READER_VERSION,
  received: 5,
  superseded: [false],
  findings: 0,
};

describe('a document read again by a newer reader', () => {
  test('says the same: unchanged, the version and the findings are the new ones', async () => {
    await earlier(received(5));
    expect(await again([received(5), { ...received(5), findings: flagged }])).toEqual(['unchanged']);
    expect(await reports()).toEqual([{ ...row, findings: 1 }]);
  });

  test('with another narrative, but no other figure: unchanged, the same revision', async () => {
    await earlier(received(5));
    expect(await again([received(5), { ...received(5), text: '读得更好。' }])).toEqual(['unchanged']);
    expect(await reports()).toEqual([row]);
    expect(await db.query(`select narrative -> 0 ->> 'text' as text from report_content`)).toEqual([
      { text: '读得更好。' },
    ]);
  });

  test('with another figure: revised, and the old revision stays with its version and its source', async () => {
    await earlier(received(5));
    expect(await again([received(5), received(6)])).toEqual(['revised']);
    expect(await reports()).toEqual([
      { ...row, active: false, reader: 0, superseded: [true] },
      { ...row, revision: 2, received: 6 },
    ]);
  });

  test('with fewer whole tables is active all the same: the older reading was wrong', async () => {
    await earlier(received(5));
    const partial = { figures: { ...received(6).figures, 'REVIEWS/RECONSIDERATION/UPHELD': 'ABSENT' as const } };
    expect(await again([received(5), partial])).toEqual(['revised']);
    expect(await reports()).toMatchObject([{ active: false }, { active: true, received: 6 }]);
  });

  test('of another year: moved, and nothing is left where it was taken for by mistake', async () => {
    await earlier(received(5));
    expect(await again([received(5), { ...received(5), year: 2021 }])).toEqual(['revised']);
    expect(await reports()).toEqual([{ ...row, year: 2021 }]);
  });

  test('of another agency: the agency that was only named by mistake is gone', async () => {
    await earlier(received(5));
    expect(await again([received(5), { ...received(5), agency: '南阳市民政局' }])).toEqual(['revised']);
    expect(await db.query('select name from agency')).toEqual([{ name: '南阳市民政局' }]);
  });

  test('of a later year: nothing is expected any more of the year that it was taken for', async () => {
    const other = { ...received(7), year: 2022 };
    await earlier(received(5), other);
    await again([received(5), { ...received(5), year: 2021 }]);
    expect(await db.query('select first_year as year from agency')).toEqual([{ year: 2021 }]);
    expect(await differences(db)).toEqual([]);
  });

  test('one of two that said the same: it goes, the other stays', async () => {
    const page = received(5);
    const pdf = { ...page, retrievedAt: new Date('2021-03-01T00:00:00Z') };
    await earlier(page, pdf);
    expect(await again([pdf, received(6)], [page, page])).toEqual(['revised', 'unchanged']);
    expect(await reports()).toMatchObject([
      { received: 5, reader: READER_VERSION, superseded: [false, true] },
      { received: 6, reader: READER_VERSION, superseded: [false], active: true },
    ]);
  });

  test('as it was first read, after all: it comes back to its old revision', async () => {
    await earlier(received(5));
    await again([received(5), received(6)]);
    expect(await again([received(5), received(5)])).toEqual(['revised']);
    expect(await reports()).toMatchObject([
      { received: 5, active: true, superseded: [false] },
      { received: 6, active: false, superseded: [true] },
    ]);
  });
});
