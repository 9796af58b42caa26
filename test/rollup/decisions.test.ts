import { expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { assign } from '../../src/ingest/decisions/assign.js';
import { importRoster } from '../../src/ingest/decisions/importRoster.js';
import { stand } from '../../src/ingest/decisions/stand.js';
import { store } from '../harness/store.js';
import type { Stored } from '../../src/ingest/store/ToStore.js';
import { differences } from '../../src/rollup/check.js';
import { readTotals } from '../../src/rollup/readTotals.js';
import { buildReport, type ReportSketch } from '../harness/buildReport.js';
import { withDatabase } from '../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const SAID = { by: '某甲', at: new Date('2026-01-01T00:00:00Z'), note: null };
const put = (sketch: ReportSketch, received: number): Promise<Stored> =>
  store(db, buildReport({ ...sketch, figures: { 'APPLICATIONS/RECEIVED/TOTAL': received } }), { sample: false });

/** `place reports received` of each cell that holds a report, and `place years agencies` of each roster. */
async function totals(): Promise<string[]> {
  const { cells, facts, rosters } = await readTotals(db, null);
  return [
    ...cells
      .filter(({ reports }) => reports > 0)
      .map(
        (cell) =>
          `${cell.divisionCode || '-'} ${cell.year} ${cell.scope} ${cell.reports} ${cell.from < cell.to ? facts.amounts[cell.from] : 'none'}`,
      ),
    ...rosters.flatMap(({ divisionCode, expected }) =>
      expected.map(
        ({ firstYear, lastYear, agencies }) => `${divisionCode || '-'} ${firstYear}-${lastYear ?? ''} ${agencies}`,
      ),
    ),
  ].sort();
}

test('every decision is in the totals as soon as it is made', async () => {
  const known = { agency: '南阳市教育局', division: '411300' };
  const unknown = { agency: '教育局', division: null, site: 'a.gov.cn', year: 2021 };
  const kept = await put(known, 3);
  const moved = await put(unknown, 5);
  expect(await totals()).toEqual(['- 2021 OWN 1 5', '- 2021- 1', '411300 2020 OWN 1 3', '411300 2020- 1']);

  await assign(
    db,
    { of: 'agency', agencyId: moved.agencyId },
    { division: '411300', agencyName: '南阳市教育局', scope: null },
    SAID,
  );
  expect(await totals()).toEqual(['411300 2020 OWN 1 3', '411300 2020- 1', '411300 2021 OWN 1 5']);

  const report = { of: 'report', agencyId: kept.agencyId, reportId: kept.reportId } as const;
  await assign(db, report, { division: null, agencyName: null, scope: 'CONSOLIDATED' }, SAID);
  expect(await totals()).toEqual(['411300 2020 CONSOLIDATED 1 none', '411300 2020- 1', '411300 2021 OWN 1 5']);

  const again = await put({ ...known, year: 2022, text: '另一版。' }, 7);
  await stand(db, `${again.agencyId}-${again.reportId}`, 'WITHDRAWN', SAID);
  expect(await totals()).not.toContain('411300 2022 OWN 1 7');
  await stand(db, `${again.agencyId}-${again.reportId}`, 'WITHDRAWN', null);
  expect(await totals()).toContain('411300 2022 OWN 1 7');

  await importRoster(
    db,
    [{ division: '411300', name: '南阳市教育局', kind: 'DEPARTMENT', from: 2019, to: 2024 }],
    SAID,
  );
  expect(await totals()).toContain('411300 2019-2024 1');
  expect(await differences(db)).toEqual([]);
});
