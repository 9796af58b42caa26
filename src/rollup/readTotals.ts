import type { DataSource } from 'typeorm';
import { snapshot } from '../database/snapshot.js';
import { VERSION_SQL } from '../database/versionSql.js';
import { FactReader, type Facts } from './FactReader.js';
import type { CellKey, Place } from './place.js';
import { EDITION_SQL, requireEdition } from './requireEdition.js';

/** The maintained totals of one place, year and scope. One of no reports says that its last one is gone. */
export interface Cell extends CellKey {
  /** Active reports. */
  readonly reports: number;
  /** Those whose figures are summed: for OWN all, for CONSOLIDATED the one of the division's government, if any. */
  readonly counted: number;
  /** How many of these print section two and section three in each edition; the others have no such table. */
  readonly disclosures2019: number;
  readonly disclosures2021: number;
  readonly applications2019: number;
  readonly applications2021: number;
  /** Its facts stand in `Facts` from the first of these places to before the second. */
  readonly from: number;
  readonly to: number;
}

/** How many agencies of a place are known from a year on, until another (null: not closed). */
export interface Roster extends Place {
  readonly expected: readonly {
    readonly firstYear: number;
    readonly lastYear: number | null;
    readonly agencies: number;
  }[];
}

/** Where and from when to when (null: not closed) reports are expected of an agency, and of which years there are some. */
export interface CountedAgency extends Place {
  readonly agencyId: number;
  readonly firstYear: number;
  readonly lastYear: number | null;
  /** Of an active report of either scope. Many agencies share one list. */
  readonly years: readonly number[];
}

export interface Totals {
  /** The dataset's version that they are of. */
  readonly version: string;
  /** To be handed over next time. */
  readonly horizon: string;
  readonly cells: readonly Cell[];
  readonly facts: Facts;
  readonly rosters: readonly Roster[];
  readonly agencies: readonly CountedAgency[];
  /** Ids of agencies that are no more. */
  readonly gone: readonly number[];
}

/**
 * The horizon is the oldest transaction that the snapshot does not see as ended: what is not in it will bear a version
 * as high or higher.
 */
const HEAD = `
  select
    (${VERSION_SQL}) as version,
    pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
    (${EDITION_SQL}) as edition`;

/** Arrays come as text: taking them apart here costs a fraction of what the driver's parser does. */
const CELLS = `
  select
    t.division_code as "divisionCode", t.agency_kind as "agencyKind", t.year, t.scope, t.reports, t.counted,
    t.disclosures_2019 as "disclosures2019", t.disclosures_2021 as "disclosures2021",
    t.applications_2019 as "applications2019", t.applications_2021 as "applications2021",
    t.facts::text as facts, t.amounts::text as amounts
  from total_cell as t
  where $1::bigint is null or t.version >= $1`;

const ROSTERS = `
  select
    t.division_code as "divisionCode", t.agency_kind as "agencyKind",
    (select coalesce(json_agg(json_build_object('firstYear', y.first_year, 'lastYear', y.last_year, 'agencies', y.agencies)), '[]')
     from unnest(t.first_years, t.last_years, t.agencies) as y (first_year, last_year, agencies)) as expected
  from total_roster as t
  where $1::bigint is null or t.version >= $1`;

const AGENCIES = `
  select
    t.agency_id as "agencyId", t.division_code as "divisionCode", t.agency_kind as "agencyKind",
    t.first_year as "firstYear", t.last_year as "lastYear", array_to_string(t.years, ' ') as years
  from total_agency as t
  where $1::bigint is null or t.version >= $1`;

const GONE = 'select t.agency_id as "agencyId" from total_agency_gone as t where t.version >= $1::bigint';

type Row = Omit<Cell, 'from' | 'to'> & { readonly facts: string; readonly amounts: string };

/** Written out: of a nation there are two hundred thousand. */
function toCell(row: Row, facts: FactReader): Cell {
  const from = facts.length;
  facts.read(row.facts, row.amounts);
  return {
    divisionCode: row.divisionCode,
    agencyKind: row.agencyKind,
    year: row.year,
    scope: row.scope,
    reports: row.reports,
    counted: row.counted,
    disclosures2019: row.disclosures2019,
    disclosures2021: row.disclosures2021,
    applications2019: row.applications2019,
    applications2021: row.applications2021,
    from,
    to: facts.length,
  };
}

/** Of a nation there are some ten different lists of years. */
function readAgencies(rows: readonly (Omit<CountedAgency, 'years'> & { readonly years: string })[]): CountedAgency[] {
  const lists = new Map<string, readonly number[]>();
  return rows.map((row) => {
    const years = lists.get(row.years) ?? row.years.split(' ').filter(Boolean).map(Number);
    lists.set(row.years, years);
    return { ...row, years };
  });
}

/**
 * All totals, or those that may have changed since they were read up to a horizon, in one snapshot: never half of a
 * change. Some come again though they are the same.
 * @throws DatabaseUnsuitableError where they were made by another edition of the program
 */
export const readTotals = (db: DataSource, horizon: string | null): Promise<Totals> =>
  snapshot(db, async (runner) => {
    const [head] = (await runner.query(HEAD)) as [{ version: string; horizon: string; edition: string | null }];
    requireEdition(head.edition);
    const reader = new FactReader();
    const rows = (await runner.query(CELLS, [horizon])) as Row[];
    return {
      version: head.version,
      horizon: head.horizon,
      cells: rows.map((row) => toCell(row, reader)),
      facts: reader.done(),
      rosters: (await runner.query(ROSTERS, [horizon])) as Roster[],
      agencies: readAgencies((await runner.query(AGENCIES, [horizon])) as Parameters<typeof readAgencies>[0]),
      gone: ((await runner.query(GONE, [horizon])) as { agencyId: number }[]).map(({ agencyId }) => agencyId),
    };
  });
