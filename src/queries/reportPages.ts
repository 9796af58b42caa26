import type { DataSource } from 'typeorm';
import { plannedOnce, unseen } from '../database/plannedOnce.js';
import { Parameters } from './Parameters.js';
import { REPORT_COLUMNS, type ReportRow } from './reportColumns.js';
import { chosen, counted, filter, isByKey, ofChosen, type ReportRoots, type ReportsWanted } from './reportsWanted.js';

/** The year, agency and number of a report, by which pages are ordered. */
export type ReportKey = readonly [year: number, agencyId: number, reportId: number];

/** Which page: so many reports, in SQL, behind that one. */
interface Page {
  readonly limit: string;
  readonly after: ReportKey | null;
}

const behind = (after: ReportKey | null, parameters: Parameters): string => {
  if (after === null) return '';
  const [year, agencyId, reportId] = after.map((part) => `${parameters.add(part)}::bigint`);
  return `and (-r.year, r.agency_id, r.id) > (-${year}, ${agencyId}, ${reportId})`;
};

/** Years below zero, the order of reports: those in which there may be any. Where there is no report, from 0 to 1: none. */
function years({ from, to }: ReportsWanted, after: ReportKey | null, parameters: Parameters): string {
  const or = (year: number | null | undefined): string => (year == null ? '' : `, ${parameters.add(year)}::bigint`);
  return `generate_series(
    -least(coalesce((select max(r.year) from annual_report as r), 0)${or(to)}${or(after?.[0])}),
    -greatest(coalesce((select min(r.year) from annual_report as r), 1)${or(from)})) as y (year)`;
}

/**
 * A page of reports of chosen agencies. All of these are found before any report, for in order of reports few of theirs
 * might be found after all others; then they are gone through year by year, only so far as the page needs.
 */
const pageOfChosen = (
  of: ReportRoots['of'],
  wanted: ReportsWanted,
  { limit, after }: Page,
  parameters: Parameters,
): string => `
  with chosen as materialized (${chosen(of, wanted, parameters)} order by a.id)
  select p.agency_id, p.id
  from (select y.year from ${years(wanted, after, parameters)} order by y.year) as y
  cross join lateral (
    select r.agency_id, r.id
    from chosen as a
    cross join lateral (
      select r.*
      from annual_report as r
      where r.agency_id = a.id and -r.year = y.year and ${filter(of, wanted, parameters)} ${behind(after, parameters)}
      offset 0) as r
    order by a.id, r.id limit ${limit}) as p
  order by y.year, p.agency_id, p.id limit ${limit}`;

const pageOfAll = (
  of: ReportRoots['of'],
  wanted: ReportsWanted,
  { limit, after }: Page,
  parameters: Parameters,
): string => `
  select r.agency_id, r.id ${counted(of, wanted, parameters)} ${behind(after, parameters)}
  order by -r.year, r.agency_id, r.id limit ${limit}`;

type Rooted<Row> = Row & { readonly root: string | null };

/** Asks for each root `root.key`, $1. */
const askEach = <Row>(
  db: DataSource,
  of: ReportRoots['of'],
  wanted: ReportsWanted,
  parameters: Parameters,
  statement: (roots: string) => string,
): Promise<Rooted<Row>[]> =>
  db.query<Rooted<Row>[]>(
    isByKey(of, wanted)
      ? plannedOnce(statement(`unnest(${unseen('$1', 'text[]')}) as root (key)`))
      : statement('unnest($1::text[]) as root (key)'),
    parameters.values,
  );

/** For each root a page of reports, latest year first, then by agency; `after` is the key of the last one before it. */
export function reportPages(
  db: DataSource,
  { of, keys }: ReportRoots,
  wanted: ReportsWanted,
  first: number,
  after: ReportKey | null,
): Promise<Rooted<ReportRow>[]> {
  const parameters = new Parameters(keys, first);
  const page = { limit: isByKey(of, wanted) ? unseen('$2', 'integer') : '$2', after };
  const ofPage = ofChosen(of, wanted) ? pageOfChosen : pageOfAll;
  return askEach<ReportRow>(
    db,
    of,
    wanted,
    parameters,
    (roots) => `
      select root.key as root, ${REPORT_COLUMNS}
      from ${roots}
      cross join lateral (${ofPage(of, wanted, page, parameters)}) as page
      join annual_report as r on r.agency_id = page.agency_id and r.id = page.id
      order by -r.year, r.agency_id, r.id`,
  );
}

/** For each root how many reports there are. */
export function reportCounts(
  db: DataSource,
  { of, keys }: ReportRoots,
  wanted: ReportsWanted,
): Promise<Rooted<{ count: number }>[]> {
  const parameters = new Parameters(keys);
  return askEach<{ count: number }>(
    db,
    of,
    wanted,
    parameters,
    (roots) => `
      select root.key as root, (select count(*) ${counted(of, wanted, parameters)}) as count from ${roots}`,
  );
}
