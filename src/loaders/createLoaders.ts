import type { DataSource } from 'typeorm';
import { unpackCells } from '../database/packedCells.js';
import { parseReportId, type ReportId, reportIdOf } from '../ids.js';
import { agenciesByIds, agencyCounts, type AgenciesWanted, agencyPages } from '../queries/agencies.js';
import { findingsOf } from '../queries/findings.js';
import { type ReportKey, reportCounts, reportPages } from '../queries/reportPages.js';
import { contentsOf, disclosuresOf, outcomesOf, reviewsOf } from '../queries/reportRows.js';
import { reportsByIds, revisionsOf } from '../queries/reports.js';
import type { ReportRoots, ReportsWanted } from '../queries/reportsWanted.js';
import { sourcesOf } from '../queries/sources.js';
import type { TotalsRoot } from '../totals/TotalsQuestion.js';
import { manyEach, oneEach, rowsByRoot } from './batch.js';
import { missingLoaders } from './missingLoaders.js';

/** A page of a connection: one more than `first` is fetched, to see whether more follow. */
interface Page<Wanted, After> {
  readonly wanted: Wanted;
  readonly limit: number;
  readonly after: After | null;
}

const parsed = (ids: readonly string[]): ReportId[] => ids.flatMap((id) => parseReportId(id) ?? []);

/** The loaders of one request: each kind of row is fetched in one statement, whatever the number of places that need it. */
export function createLoaders(db: DataSource) {
  const byReport = <Row extends ReportId>(fetch: (db: DataSource, ids: readonly ReportId[]) => Promise<Row[]>) =>
    manyEach((ids: readonly string[]) => fetch(db, parsed(ids)), reportIdOf);
  /** Roots of one kind come together: a question stands either in divisions, or in agencies, or at the root. */
  const reportRoots = (of: ReportRoots['of'], keys: readonly (string | null)[]): ReportRoots => ({ of, keys });
  const contents = byReport(contentsOf);
  return {
    agency: oneEach(
      (ids: readonly number[]) => agenciesByIds(db, ids),
      ({ id }) => Number(id),
    ),
    report: oneEach(
      (ids: readonly string[]) => reportsByIds(db, parsed(ids)),
      ({ id }) => id,
    ),
    revisions: manyEach(
      (ids: readonly string[]) => revisionsOf(db, parsed(ids)),
      ({ of }) => of,
    ),
    sources: byReport(sourcesOf),
    findings: byReport(findingsOf),
    outcomes: byReport(outcomesOf),
    reviews: byReport(reviewsOf),
    disclosures: byReport(disclosuresOf),
    contents,
    cells: oneEach(
      async (ids: readonly string[]) =>
        (await contents.loadMany(ids)).flatMap((rows) => {
          if (rows instanceof Error) throw rows;
          return rows.map((row) => ({ id: reportIdOf(row), cells: unpackCells(row.cells) }));
        }),
      ({ id }) => id,
    ),
    agencyPages: rowsByRoot(
      (roots: readonly (string | null)[], { wanted, limit, after }: Page<AgenciesWanted, number>) =>
        agencyPages(db, roots, wanted, limit, after),
      ({ root }) => root,
    ),
    agencyCounts: rowsByRoot(
      (roots: readonly (string | null)[], wanted: AgenciesWanted) => agencyCounts(db, roots, wanted),
      ({ root }) => root,
    ),
    reportPages: rowsByRoot(
      (
        keys: readonly TotalsRoot['key'][],
        { of, wanted, limit, after }: Page<ReportsWanted, ReportKey> & Pick<TotalsRoot, 'of'>,
      ) => reportPages(db, reportRoots(of, keys), wanted, limit, after),
      ({ root }) => root,
    ),
    reportCounts: rowsByRoot(
      (keys: readonly TotalsRoot['key'][], { of, wanted }: { wanted: ReportsWanted } & Pick<TotalsRoot, 'of'>) =>
        reportCounts(db, reportRoots(of, keys), wanted),
      ({ root }) => root,
    ),
    ...missingLoaders(db),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
