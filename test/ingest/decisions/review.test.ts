import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { assign } from '../../../src/ingest/decisions/assign.js';
import { review } from '../../../src/ingest/decisions/review.js';
import { store } from '../../harness/store.js';
import type { Finding } from '../../../src/ingest/types.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const finding = (actual: string): Finding => ({ code: 'TITLE_YEAR', place: null, raw: null, expected: '2020', actual });
const document = (actual: string, rest: ReportSketch = {}): ReportSketch => ({ findings: [finding(actual)], ...rest });
const later = { publishedOn: '2021-01-20', retrievedAt: new Date('2021-03-01T00:00:00Z') };
const put = (sketch: ReportSketch) => store(db, buildReport(sketch), { sample: false });
const dismissed = { verdict: 'DISMISSED', by: '某甲', at: new Date('2026-01-01T00:00:00Z'), note: '标题笔误' } as const;

/** Reviews the one finding of a code. */
const judge = async (code: string, said: Parameters<typeof review>[2]): Promise<void> => {
  const [row] = await db.query<{ id: string }[]>(`select agency_id || '-' || id as id from finding where code = $1`, [
    code,
  ]);
  await review(db, row?.id ?? 'none', said);
};
const verdicts = async (): Promise<string[]> => {
  const rows = await db.query<{ said: string }[]>(
    `select concat_ws(' ', f.code, f.expected, f.actual, f.verdict, f.verdict_by, f.verdict_note) as said
     from finding as f order by 1`,
  );
  return rows.map(({ said }) => said);
};
const JUDGED = 'TITLE_YEAR 2020 2021 DISMISSED 某甲 标题笔误';

describe('a verdict', () => {
  test('stays with the finding when its document, or another that says the same, is read again', async () => {
    await put(document('2021'));
    await judge('TITLE_YEAR', dismissed);
    await put(document('2021', later));
    expect(await verdicts()).toEqual([JUDGED]);
  });
  test('holds for the same finding of another revision', async () => {
    await put(document('2021'));
    await judge('TITLE_YEAR', dismissed);
    await put(document('2021', { ...later, figures: { 'APPLICATIONS/RECEIVED/TOTAL': 1 } }));
    expect(await verdicts()).toEqual([JUDGED, JUDGED]);
  });
  test('ends where an operand is another', async () => {
    await put(document('2021'));
    await judge('TITLE_YEAR', dismissed);
    await put(document('2022', later));
    expect(await verdicts()).toEqual(['TITLE_YEAR 2020 2022']);
  });
  test('can be another, or taken back', async () => {
    await put(document('2021'));
    await judge('TITLE_YEAR', dismissed);
    await judge('TITLE_YEAR', { ...dismissed, verdict: 'CONFIRMED', at: new Date('2026-01-02T00:00:00Z') });
    expect(await verdicts()).toEqual(['TITLE_YEAR 2020 2021 CONFIRMED 某甲 标题笔误']);
    await judge('TITLE_YEAR', null);
    expect(await verdicts()).toEqual(['TITLE_YEAR 2020 2021']);
  });
  test('holds for a finding between reports that goes and comes again, and moves with its report', async () => {
    const year = (number: number, carried: number, publishedOn: string): ReportSketch => ({
      ...{ division: null, site: 'www.example.gov.cn', agency: '某中心', kind: 'OTHER', year: number, publishedOn },
      figures: { 'APPLICATIONS/CARRIED_OUT/TOTAL': carried },
    });
    const { agencyId } = await put(year(2022, 7, '2023-01-01'));
    await put(year(2023, 0, '2024-01-01'));
    await judge('CARRY_OVER_CHAIN', dismissed);
    await put(year(2022, 8, '2023-02-01'));
    expect(await verdicts()).toEqual(['CARRY_OVER_CHAIN 8 0']);
    await put(year(2022, 7, '2023-03-01'));
    expect(await verdicts()).toEqual(['CARRY_OVER_CHAIN 7 0 DISMISSED 某甲 标题笔误']);
    await assign(
      db,
      { of: 'agency', agencyId },
      { division: '411300', agencyName: null, scope: null },
      { by: '某乙', at: new Date(), note: null },
    );
    expect(await verdicts()).toEqual(['CARRY_OVER_CHAIN 7 0 DISMISSED 某甲 标题笔误']);
  });
  test('is on a finding that is there', async () => {
    await expect(review(db, '1-999999', dismissed)).rejects.toThrow('no finding has the id 1-999999');
    await expect(review(db, 'x', dismissed)).rejects.toThrow('expected the id of a finding (12-345), found "x"');
  });
});
