import type { DataSource } from 'typeorm';
import { agencies, agencyFilter, EXPECTED_YEARS, groupColumns, populationParameters } from './population.js';
import type { Selection } from './selection.js';

/** An agency-year in which a report is expected and none of either scope is active. */
export interface MissingYear {
  readonly year: number;
  readonly agencyId: number;
}

/** The same with the key of the group that it belongs to. */
export interface MissingRow extends MissingYear {
  readonly key: string;
}

/** What is missing from a group. */
export interface Missing {
  count(): number | Promise<number>;
  /** By year and agency; `after` is the last one before it. */
  page(
    limit: number,
    after: readonly [year: number, agencyId: number] | null,
  ): readonly MissingYear[] | Promise<readonly MissingYear[]>;
}

/** The missing of the groups named by their keys ($7). */
const missing = (selection: Selection): string => `
  missing as (
    select m.key, m.missing_year, m.agency
    from (
      select ${groupColumns(selection, 'expected.year')}, expected.year as missing_year, a.id as agency
      from ${agencies(selection)}
      ${EXPECTED_YEARS}
      where ${agencyFilter(selection)}
        and not exists (
          select from annual_report as r where r.agency_id = a.id and r.year = expected.year and r.active)) as m
    where m.key = any ($7::text[]))`;

/** For each group a page of what is missing, by year and agency; `after` is the last one before it. */
export const missingPages = (
  db: DataSource,
  selection: Selection,
  keys: readonly string[],
  limit: number,
  after: readonly [year: number, agencyId: number] | null,
): Promise<MissingRow[]> =>
  db.query<MissingRow[]>(
    `with ${missing(selection)}
     select n.key, n.missing_year as year, n.agency as "agencyId"
     from (
       select m.*, row_number() over (partition by m.key order by m.missing_year, m.agency) as position
       from missing as m
       where $8::bigint is null or (m.missing_year, m.agency) > ($8::bigint, $9::bigint)) as n
     where n.position <= $10
     order by n.key, n.position`,
    [...populationParameters(selection), keys, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** For each group how many are missing; no row where none is. */
export const missingCounts = (
  db: DataSource,
  selection: Selection,
  keys: readonly string[],
): Promise<{ key: string; count: number }[]> =>
  db.query<{ key: string; count: number }[]>(
    `with ${missing(selection)} select m.key, count(*) as count from missing as m group by m.key`,
    [...populationParameters(selection), keys],
  );
