import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DISCLOSURES, disclosureCode } from '../../src/catalog/disclosures.js';
import { DISPOSITION_CODES } from '../../src/catalog/dispositions.js';
import { SCOPES, type Scope } from '../../src/catalog/forms.js';
import { INDICATOR_CODES } from '../../src/catalog/indicators.js';
import { REVIEW_TRACK_CODES } from '../../src/catalog/reviews.js';
import { store } from '../../src/ingest/store.js';
import { applicationTotals } from '../../src/queries/totals/applicationTotals.js';
import { disclosureTotals } from '../../src/queries/totals/disclosureTotals.js';
import type { GroupRow } from '../../src/queries/totals/groups.js';
import { indicatorTotals } from '../../src/queries/totals/indicatorTotals.js';
import { reviewTotals } from '../../src/queries/totals/reviewTotals.js';
import type { ReportDimension, Selection } from '../../src/queries/totals/selection.js';
import { differences } from '../../src/rollup/check.js';
import { type Cell, readTotals } from '../../src/rollup/readTotals.js';
import { CellTotals } from '../harness/cellTotals.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { emptied } from '../harness/emptied.js';
import { reports } from '../totals/drawn.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const page = { order: 'NATURAL', first: null, after: null } as const;

/** Own figures by county, kind and year; consolidated ones by year, so that reports hide others. */
const GROUPED: Readonly<Record<Scope, readonly ReportDimension[]>> = {
  OWN: ['YEAR', 'COUNTY', 'AGENCY_KIND'],
  CONSOLIDATED: ['YEAR'],
};
const selectionOf = (scope: Scope): Selection => ({
  ...{ roots: { of: 'ALL' }, from: null, to: null, within: null, kinds: null, scope, groupBy: GROUPED[scope] },
  ...{ oneGroup: false, everyAgency: false, dueYear: 2021 },
});

const columnsOf = (row: GroupRow<string, unknown>): string[] =>
  row.coverages.map(({ reported, blank, unreadable, absent, notOnForm }, column) =>
    [row.sums[column] ?? null, reported, blank, unreadable, absent, notOnForm].join('/'),
  );
const partsOf = (row: GroupRow<string, unknown>): string => `${row.sumOfParts} ${row.disagreeing}`;
const rateOf = ({ sums, coverages: [coverage] }: GroupRow<string, unknown>): string =>
  [sums[0] ?? null, sums[1] ?? null, coverage?.reported, coverage?.blank, coverage?.unreadable, coverage?.absent].join(
    '/',
  );

/** What statements over the rows say of each code in each group. */
async function fromRows(scope: Scope): Promise<Map<string, string>> {
  const asked = { selection: selectionOf(scope), page };
  const db = database.dataSource;
  const lines = new Map<string, string>();
  const note = (rows: readonly GroupRow<string, unknown>[], columns: (row: GroupRow<string, unknown>) => string[]) => {
    for (const row of rows)
      lines.set(
        `${row.year} ${row.divisionCode ?? ''} ${row.agencyKind ?? ''} ${row.code}`,
        `${columns(row).join(' ; ')} ; ${row.coverages[0]?.expected} ${row.coverages[0]?.otherScope}`,
      );
  };
  note(await applicationTotals(db, { ...asked, codes: DISPOSITION_CODES }), (row) => [...columnsOf(row), partsOf(row)]);
  note(await reviewTotals(db, { ...asked, codes: REVIEW_TRACK_CODES }), (row) => [...columnsOf(row), partsOf(row)]);
  note(await disclosureTotals(db, { ...asked, codes: DISCLOSURES.map(disclosureCode) }), columnsOf);
  note(await indicatorTotals(db, { ...asked, codes: INDICATOR_CODES }), (row) => [rateOf(row)]);
  return lines;
}

interface Division {
  readonly code: string;
  readonly county: string;
  readonly lineage: readonly string[];
}

/** What the maintained cells say. */
async function fromCells(scope: Scope): Promise<Map<string, string>> {
  const { cells, facts, rosters } = await readTotals(database.dataSource, null);
  const divisions = new Map(
    (
      await database.dataSource.query<Division[]>(
        'select d.code, d.county_code as county, d.lineage from division as d',
      )
    ).map((division) => [division.code, division]),
  );
  const keyOf = ({ divisionCode, agencyKind, year }: Pick<Cell, 'divisionCode' | 'agencyKind' | 'year'>): string =>
    scope === 'OWN'
      ? `${year} ${divisions.get(divisionCode)?.county ?? ''} ${agencyKind}`
      : // What is grouped by neither stays empty.
        `${year}  `;
  const groups = new Map<string, { used: Cell[]; other: number; expected: number }>();
  const groupOf = (key: string) => {
    const group = groups.get(key) ?? { used: [], other: 0, expected: 0 };
    groups.set(key, group);
    return group;
  };
  const isHidden = (cell: Cell): boolean =>
    scope === 'CONSOLIDATED' &&
    cells.some(
      (above) =>
        above.scope === scope &&
        above.counted > 0 &&
        above.year === cell.year &&
        above.divisionCode !== cell.divisionCode &&
        divisions.get(cell.divisionCode)?.lineage.includes(above.divisionCode),
    );
  for (const cell of cells.filter(({ reports }) => reports > 0)) {
    const group = groupOf(keyOf(cell));
    if (cell.scope !== scope) group.other += cell.reports;
    else if (!isHidden(cell)) group.used.push(cell);
  }
  for (const { expected, ...place } of rosters)
    for (const { firstYear, lastYear, agencies } of expected)
      for (let year = firstYear; year <= Math.min(lastYear ?? 2021, 2021); year++)
        groupOf(keyOf({ ...place, year })).expected += agencies;
  const lines = new Map<string, string>();
  for (const [key, { used, other, expected }] of groups) {
    const totals = new CellTotals(used, facts);
    const note = (code: string, columns: readonly string[]): void =>
      void lines.set(`${key} ${code}`, `${columns.join(' ; ')} ; ${scope === 'OWN' ? expected : null} ${other}`);
    for (const code of DISPOSITION_CODES) note(code, totals.applications(code));
    for (const code of REVIEW_TRACK_CODES) note(code, totals.reviews(code));
    for (const code of DISCLOSURES.map(disclosureCode)) note(code, totals.disclosures(code));
    for (const code of INDICATOR_CODES) note(code, totals.indicator(code));
  }
  return lines;
}

test('cells hold all that statements over the rows say of any code, whatever the reports', async () => {
  await fc.assert(
    fc.asyncProperty(reports, async (all) => {
      await emptied(database.dataSource);
      for (const report of all) await store(database.dataSource, report, { sample: false });
      expect(await differences(database.dataSource)).toEqual([]);
      for (const scope of SCOPES) expect(await fromCells(scope)).toEqual(await fromRows(scope));
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 25) },
  );
}, 300_000);
