import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { assign } from '../../../src/ingest/decisions/assign.js';
import { stand } from '../../../src/ingest/decisions/stand.js';
import { shareOf, sketchOf } from '../../../src/ingest/text/sketch.js';
import { store } from '../../harness/store.js';
import { prepare } from '../../../src/ingest/store/prepare.js';
import { storeBatch } from '../../../src/ingest/store/storeBatch.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { emptied } from '../../harness/emptied.js';
import { withDatabase } from '../../harness/withDatabase.js';
import { findingsBetween } from '../../harness/findingsBetween.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

/** A text of its own for each seed: Han characters drawn by a linear congruence. */
const prose = (seed: number, length = 1200): string => {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 3000));
  }).join('');
};
/** The first text up to a share, the second from there on. */
const mixed = (share: number, one = 1, other = 2): string =>
  prose(one).slice(0, share * 1200) + prose(other).slice(share * 1200);

const report = (agency: string, year: number, text: string, rest: ReportSketch = {}): ReportSketch => ({
  agency,
  year,
  text,
  ...rest,
});
const put = async (...sketches: ReportSketch[]): Promise<string[]> => {
  for (const sketch of sketches) await store(db, buildReport(sketch), { sample: false });
  return findingsBetween(db);
};

describe('TEXT_REUSED', () => {
  test.each<[string, readonly ReportSketch[], readonly string[]]>([
    [
      "last year's",
      [report('甲局', 2022, prose(1)), report('甲局', 2023, prose(1))],
      ['甲局 2023 TEXT_REUSED 甲局 2022→1'],
    ],
    [
      'its figures apart',
      [report('甲局', 2022, `${prose(1)}共收到申请12件。`), report('甲局', 2023, `${prose(1)} 共收到申请 1,234 件。`)],
      ['甲局 2023 TEXT_REUSED 甲局 2022→1'],
    ],
    ['two years ago', [report('甲局', 2021, prose(1)), report('甲局', 2023, prose(1))], []],
    [
      "another agency's",
      [report('甲局', 2023, prose(1)), report('乙局', 2023, prose(1))],
      ['乙局 2023 TEXT_REUSED 甲局 2023→1', '甲局 2023 TEXT_REUSED 乙局 2023→1'],
    ],
    ["another agency's of another year", [report('甲局', 2022, prose(1)), report('乙局', 2023, prose(1))], []],
    ['a text of its own', [report('甲局', 2022, prose(1)), report('甲局', 2023, prose(2))], []],
    ['half of it', [report('甲局', 2022, prose(1)), report('甲局', 2023, mixed(0.5))], []],
    ['a short text', [report('甲局', 2022, prose(1, 200)), report('甲局', 2023, prose(1, 200))], []],
    [
      'the own and the consolidated report of one agency',
      [report('甲局', 2023, prose(1)), report('甲局', 2023, prose(1), { scope: 'CONSOLIDATED' })],
      [],
    ],
  ])('%s', async (_, sketches, expected) => {
    expect(await put(...sketches)).toEqual(expected);
  });

  test('with the share', async () => {
    const [said = ''] = await put(report('甲局', 2022, prose(1)), report('甲局', 2023, mixed(0.985)));
    const share = Number(said.split('→')[1]);
    expect(share).toBeGreaterThanOrEqual(0.9);
    expect(share).toBeLessThan(1);
  });

  test('follows when the other is withdrawn or comes later', async () => {
    await put(report('乙局', 2023, prose(1)));
    const { agencyId, reportId } = await store(db, buildReport(report('甲局', 2023, prose(1))), { sample: false });
    expect(await findingsBetween(db)).toHaveLength(2);
    await stand(db, `${agencyId}-${reportId}`, 'WITHDRAWN', { by: '某甲', at: new Date(), note: null });
    expect(await findingsBetween(db)).toEqual([]);
    expect(await put(report('乙局', 2022, prose(1)))).toEqual(['乙局 2023 TEXT_REUSED 乙局 2022→1']);
  });

  describe('follows when the report that others name', () => {
    const names = ['财政', '教育', '公安', '民政', '司法', '水利', '农业', '审计'].map((name) => `南阳市${name}局`);
    /** In the order in which they are named. */
    const shared = names
      .map((agency) => report(agency, 2023, prose(1)))
      .sort((one, other) => (buildReport(one).source.sha256 < buildReport(other).source.sha256 ? -1 : 1));
    const [first, second] = shared;
    const agencyOf = (sketch: ReportSketch | undefined): string => sketch?.agency ?? '';
    const readAgain = async (sketch: ReportSketch, as: ReportSketch): Promise<string[]> => {
      const { source } = buildReport(sketch);
      const again = { report: prepare({ ...buildReport(as), source }), again: true };
      await storeBatch(db, [again], { sample: false });
      return findingsBetween(db);
    };
    /** What the rest says of each other without the first one. */
    const withoutFirst = async (): Promise<string[]> => {
      await emptied(db);
      return put(...shared.slice(1));
    };

    test('becomes one with another, which says the same', async () => {
      const before = await put(...shared);
      expect(before.filter((text) => text.includes(`TEXT_REUSED ${agencyOf(first)} `))).toHaveLength(7);
      const [row] = await db.query<[{ id: number }]>('select id from agency where name = $1', [agencyOf(first)]);
      const name = { division: null, agencyName: agencyOf(shared.at(-1)), scope: null };
      await assign(db, { of: 'agency', agencyId: row.id }, name, { by: '某甲', at: new Date(), note: null });
      const after = await findingsBetween(db);
      expect(after.join()).not.toContain(agencyOf(first));
      expect(after).toHaveLength(7);
    });

    test("is read again as another agency's, with a text of its own", async () => {
      await put(...shared);
      const after = await readAgain(first ?? {}, report('新局', 2023, prose(9)));
      expect(after.filter((text) => text.includes(`TEXT_REUSED ${agencyOf(second)} `))).toHaveLength(6);
      expect(after).toEqual(await withoutFirst());
    });

    test("is last year's, and read again as another agency's, with a short text", async () => {
      const last = report('甲局', 2022, prose(1));
      expect(await put(last, report('甲局', 2023, prose(1)))).toEqual(['甲局 2023 TEXT_REUSED 甲局 2022→1']);
      expect(await readAgain(last, report('乙局', 2022, '短。'))).toEqual([]);
    });

    test('is read again with a short text, and no band of it was kept', async () => {
      const last = report('甲局', 2022, prose(1));
      await put(last, report('甲局', 2023, prose(1)));
      // As in a database that was migrated from earlier sketches.
      await db.query('delete from sketch_band');
      await db.query('update report_content set sketch = null');
      expect(await readAgain(last, report('甲局', 2022, '短。'))).toEqual([]);
    });

    test('is gone, and leaves no band', async () => {
      await put(...shared);
      await readAgain(first ?? {}, report('新局', 2023, '短。'));
      expect(
        await db.query(`select b.* from sketch_band as b where not exists (
          select from annual_report as r where r.agency_id = b.agency_id and r.id = b.report_id and r.active)`),
      ).toEqual([]);
    });
  });

  test('names the same ones in whatever order they come', async () => {
    const sketches = Array.from({ length: 8 }, (_, index) => report(`第${index}局`, 2023, prose(1)));
    const first = await put(...sketches);
    await emptied(db);
    expect(await put(...sketches.reverse())).toEqual(first);
    expect(first).toHaveLength(8);
  });
});

describe('a sketch', () => {
  const of = (text: string) => sketchOf([{ heading: '一、总体情况', text }]);
  const alike = (one: string, other: string): number =>
    shareOf(Buffer.from(of(one) ?? []), Buffer.from(of(other) ?? []));
  test.each([0.2, 0.5, 0.8, 0.9, 0.95])('tells the share of shingles: %d', (share) => {
    const shared = share * 1200;
    expect(Math.abs(alike(prose(1), mixed(share)) - shared / (2 * 1200 - shared))).toBeLessThan(0.1);
  });
  test('leaves out the words of the form and the Regulations', () => {
    const formula = '根据《中华人民共和国政府信息公开条例》和有关规定，现公布本机关年度报告。';
    expect(of(formula + prose(1))).toEqual(of(prose(1)));
    expect(of(formula.repeat(100))).toBeNull();
  });
  test('of a text of a million characters without a stop', () => {
    expect(of('编制本'.repeat(350_000))).toBeNull();
  });
});
