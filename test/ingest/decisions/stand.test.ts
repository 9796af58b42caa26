import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { stand } from '../../../src/ingest/decisions/stand.js';
import { store } from '../../harness/store.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const said = (day: number) => ({ by: '某甲', at: new Date(Date.UTC(2026, 0, day)), note: '核实' });
const report = (received: number, rest: ReportSketch = {}): ReportSketch => ({
  publishedOn: `2021-01-0${received}`,
  figures: { 'APPLICATIONS/RECEIVED/TOTAL': received },
  ...rest,
});
const put = async (sketch: ReportSketch, sample = false): Promise<string> => {
  const { agencyId, reportId } = await store(db, buildReport(sketch), { sample });
  return `${agencyId}-${reportId}`;
};
const active = async (): Promise<string[]> => {
  const rows = await db.query<{ id: string }[]>(`select agency_id || '-' || id as id from annual_report where active`);
  return rows.map(({ id }) => id);
};

describe('the revision that counts', () => {
  test('is the one that somebody decided on, whatever comes', async () => {
    const [first, second] = [await put(report(1)), await put(report(2))];
    expect(await active()).toEqual([second]);
    expect(await stand(db, first, 'COUNTS', said(1))).toMatchObject({ active: first });
    await put(report(3));
    await put(report(1, { retrievedAt: new Date('2020-01-01T00:00:00Z') }));
    expect(await active()).toEqual([first]);
    await stand(db, second, 'COUNTS', said(2));
    expect(await active()).toEqual([second]);
  });

  test('is by the rule again when the decision is taken back', async () => {
    const [first, second] = [await put(report(1)), await put(report(2))];
    await stand(db, first, 'COUNTS', said(1));
    await stand(db, second, 'COUNTS', null);
    expect(await active()).toEqual([second]);
  });

  test('is none that was withdrawn, and none at all where all are', async () => {
    const [first, second] = [await put(report(1)), await put(report(2))];
    expect(await stand(db, second, 'WITHDRAWN', said(1))).toMatchObject({ active: first });
    expect(await stand(db, first, 'WITHDRAWN', said(2))).toMatchObject({ active: null });
    await put(report(1, { retrievedAt: new Date('2022-01-01T00:00:00Z') }));
    expect(await active()).toEqual([]);
    await stand(db, first, 'WITHDRAWN', null);
    expect(await active()).toEqual([first]);
    await stand(db, second, 'COUNTS', said(3));
    expect(await active()).toEqual([second]);
    const [kept] = await db.query<[{ n: number }]>('select count(*)::int as n from annual_report');
    expect(kept.n).toBe(2);
  });

  test.each<[string, boolean, boolean]>([
    ['the sample first', true, false],
    ['the real document first', false, true],
  ])('is a real document before a sample: %s', async (_, firstIsSample, secondIsSample) => {
    const first = await put(report(firstIsSample ? 9 : 1), firstIsSample);
    const second = await put(report(secondIsSample ? 9 : 1), secondIsSample);
    expect(await active()).toEqual([firstIsSample ? second : first]);
  });

  test.each([[[true, false]], [[false, true]]])(
    'no sample is what a real document says too: samples %j',
    async (samples) => {
      const copies = [report(1), report(1, { retrievedAt: new Date('2022-01-01T00:00:00Z') })];
      for (const [index, sketch] of copies.entries()) await put(sketch, samples[index]);
      expect(await db.query('select sample from annual_report')).toEqual([{ sample: false }]);
    },
  );

  test('must be there', async () => {
    await expect(stand(db, '1-999999', 'COUNTS', said(1))).rejects.toThrow('no report has the id 1-999999');
    await expect(stand(db, '12', 'COUNTS', said(1))).rejects.toThrow(
      'expected the id of a report (12-345), found "12"',
    );
  });
});
