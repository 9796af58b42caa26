import { AGENCY_KIND_CODES } from '../../catalog/agencyKinds.js';
import type { Rootless } from './selection.js';

export type Order = 'NATURAL' | 'TOTAL_ASC' | 'TOTAL_DESC';

/** One expression that groups are ordered by, ascending and never null, and the type of its value in a cursor. */
interface SortColumn {
  readonly sql: string;
  readonly type: string;
  readonly accepts: (value: unknown) => boolean;
}

const whole = (sql: string, type = 'bigint'): SortColumn => ({ sql, type, accepts: Number.isSafeInteger });

const AGENCY_KIND: SortColumn = {
  sql: 'p.agency_kind',
  type: 'agency_kind',
  accepts: (value) => (AGENCY_KIND_CODES as readonly unknown[]).includes(value),
};
/** Agencies of unknown division come last. */
const DIVISION: SortColumn = {
  sql: `coalesce(p.division_code, '~') collate "C"`,
  type: 'text',
  accepts: (value) => typeof value === 'string' && /^(\d{6}|~)$/.test(value),
};

const BY_TOTAL: Readonly<Record<Order, readonly SortColumn[]>> = {
  NATURAL: [],
  TOTAL_ASC: [whole('(t.total is null)::integer'), whole('coalesce(t.total, 0)')],
  TOTAL_DESC: [whole('(t.total is null)::integer'), whole('coalesce(-t.total, 0)')],
};

const DIMENSIONS: readonly (readonly [readonly string[], SortColumn])[] = [
  [['YEAR'], whole('p.year')],
  [['NATION', 'PROVINCE', 'CITY', 'COUNTY'], DIVISION],
  [['AGENCY'], whole('p.agency_id')],
  [['AGENCY_KIND'], AGENCY_KIND],
];

/** Columns as a list in SQL, and the values of a cursor, given as an expression, that they are compared with. */
export const listed = (
  columns: readonly SortColumn[],
  cursor: string,
): { readonly key: string; readonly after: string } => ({
  key: columns.map(({ sql }) => sql).join(', '),
  after: columns.map(({ type }, index) => `(${cursor} ->> ${index})::${type}`).join(', '),
});

/**
 * What the groups `p` of a question, with the code `asked` and, where ordered by it, their total `t`, are ordered by:
 * a total order, whose values make the cursor. Natural is year, division code, agency id, order of the form.
 */
export const sortKey = ({ groupBy }: Pick<Rootless, 'groupBy'>, order: Order): readonly SortColumn[] => [
  ...BY_TOTAL[order],
  ...DIMENSIONS.flatMap(([dimensions, column]) => (groupBy.some((by) => dimensions.includes(by)) ? column : [])),
  whole('asked.ordinal'),
];
