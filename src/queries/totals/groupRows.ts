import type { DataSource, EntityManager } from 'typeorm';
import { plannedOnce } from '../../database/plannedOnce.js';
import type { Missing } from './missing.js';
import { type Page, pageOf, pageParameters } from './page.js';
import { isOfOneAgency, population, populationParameters } from './population.js';
import type { GroupKeys, Selection } from './selection.js';

/** How many reports of a group stand behind one column. */
export interface ColumnCoverage {
  readonly reported: number;
  readonly blank: number;
  readonly unreadable: number;
  readonly absent: number;
  readonly notOnForm: number;
  readonly expected: number | null;
  readonly otherScope: number;
}

/** A group with the sums of one code. */
export interface GroupRow<Code extends string, Sum> extends GroupKeys {
  readonly code: Code;
  /** Of a column by its place; null where no report printed one. */
  sum(column: number): Sum | null;
  coverage(column: number): ColumnCoverage;
  /** The sum of the last column in the year before; null where years are not grouped by, or that one has none. */
  readonly before: Sum | null;
  /** Sum of all columns but the last, over the reports that print at least one of them. */
  readonly sumOfParts: number | null;
  /** Reports that print all columns and whose parts do not add up to the last. */
  readonly disagreeing: number;
  /** null: the database has to say. */
  readonly missing: Missing | null;
  /** Values of the sort key. */
  readonly cursor: readonly unknown[];
  /** Groups behind the cursor, where all of them are asked for, and those that all roots of the statement send together. */
  readonly groups: number;
  readonly together: number;
}

/** Totals of the codes asked over reports `u`, by the common table expressions in `sql`. */
export interface StoredTotals {
  readonly sql: string;
  /** The rows stored behind each code `m.asked`: what follows `u` in `from`, and the value of a row. */
  readonly from: string;
  readonly value: string;
  /** A query of one report's `asked` and `total`, as `total` of `Figures` has it. */
  readonly figure: string;
}

/** What is added up, as common table expressions over `counted` (reports used) and `asked` (codes). */
export interface Figures {
  /**
   * Ends in `total`: key, asked, sums (JSON), total, reported, blank, unreadable, absent (one a column), not_on_form,
   * sum_of_parts, disagreeing.
   */
  readonly sql: string;
  /** What groups are ordered by where they are ordered by total. */
  readonly stored: StoredTotals | null;
  /** $10 and on. */
  readonly parameters: readonly unknown[];
}

export interface GroupsAsked<Code extends string> {
  readonly selection: Selection;
  /** In order of the form. */
  readonly codes: readonly Code[];
  readonly page: Page;
}

type Counts = readonly number[];
interface Row<Code, Sum> extends Omit<GroupRow<never, Sum>, 'code' | 'sum' | 'coverage' | 'missing'> {
  readonly code: Code;
  /** One a column; empty where nothing was added up. */
  readonly sums: readonly (Sum | null)[];
  readonly expected: number | null;
  readonly otherScope: number;
  readonly notOnForm: number;
  /** Each one a column; null where nothing was added up. JSON, which is read far faster than arrays of SQL. */
  readonly counts: readonly [reported: Counts, blank: Counts, unreadable: Counts, absent: Counts] | null;
}

/** Only reports of the page's groups and of the year before are added up, where the page is known beforehand. */
const COUNTED = `counted as (
    select u.*
    from used as u
    join (select p.key from page as p union select p.key_before from page as p) as wanted on wanted.key = u.key)`;
const ALL_COUNTED = 'counted as (select u.* from used as u)';

export const ASKED = `asked as (
    select a.code, a.ordinal::integer as ordinal from unnest($7::text[]) with ordinality as a (code, ordinal))`;

function statement(selection: Selection, { order }: Page, { sql }: Figures): string {
  const page = pageOf(selection, order);
  const steps = order === 'NATURAL' ? [page, COUNTED, sql] : [ALL_COUNTED, sql, page];
  return `
  with ${[population(selection), ASKED, ...steps].join(',\n  ')}
  select
    p.root, p.key, p.year, p.division_code as "divisionCode", p.agency_id as "agencyId",
    p.agency_kind as "agencyKind", p.asked as code, p.expected, p.other_scope as "otherScope",
    p.cursor, p.groups, p.together,
    coalesce(t.sums, '[]') as sums, before.total as before,
    case when t.key is not null then json_build_array(t.reported, t.blank, t.unreadable, t.absent) end as counts,
    coalesce(t.not_on_form, 0) as "notOnForm", t.sum_of_parts as "sumOfParts",
    coalesce(t.disagreeing, 0) as disagreeing
  from page as p
  left join total as t on t.key = p.key and t.asked = p.asked
  left join total as before on before.key = p.key_before and before.asked = p.asked
  order by p.root, p.position`;
}

/** Of the many texts those that are asked most: planning takes several times as long as answering. */
const isKept = (selection: Selection, { order }: Page): boolean =>
  isOfOneAgency(selection) && order === 'NATURAL' && selection.groupBy.every((dimension) => dimension === 'YEAR');

function readRow<Code extends string, Sum>(row: Row<Code, Sum>): GroupRow<Code, Sum> {
  const { sums, counts, notOnForm, expected, otherScope, ...group } = row;
  const [reported, blank, unreadable, absent] = counts ?? [];
  return {
    ...group,
    missing: null,
    sum: (column) => sums[column] ?? null,
    coverage: (column) => ({
      reported: reported?.[column] ?? 0,
      blank: blank?.[column] ?? 0,
      unreadable: unreadable?.[column] ?? 0,
      absent: absent?.[column] ?? 0,
      notOnForm,
      expected,
      otherScope,
    }),
  };
}

/** The groups of every root on their page, each with every code asked, in one statement. */
export async function groupRows<Code extends string, Sum>(
  db: DataSource | EntityManager,
  { selection, codes, page }: GroupsAsked<Code>,
  figures: Figures,
): Promise<GroupRow<Code, Sum>[]> {
  const text = statement(selection, page, figures);
  const rows = await db.query<Row<Code, Sum>[]>(isKept(selection, page) ? plannedOnce(text) : text, [
    ...populationParameters(selection),
    ...pageParameters(codes, page),
    ...figures.parameters,
  ]);
  return rows.map(readRow);
}
