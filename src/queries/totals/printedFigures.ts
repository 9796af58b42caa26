import type { Figures, StoredTotals } from './groupRows.js';

/** Which rows of a form's table stand for a code asked: itself where it is printed, else its children. */
export interface PrintedRow {
  readonly asked: string;
  /** Any value where the table has but one edition. */
  readonly form: string;
  /** Values of the table's key columns. */
  readonly row: readonly string[];
}

/** A column of printed figures over its table `o`: its value, and why it has none. */
export interface PrintedColumn {
  readonly name: string;
  readonly value: string;
  readonly unreadable: string;
  readonly blank: string;
}

/** A table of printed figures: a stored row for each row of the form that is not zeros throughout. */
export interface PrintedTable {
  readonly table: string;
  /** Columns that name the row, with their types. */
  readonly keys: readonly (readonly [column: string, type: string])[];
  /** The printed total last. */
  readonly columns: readonly PrintedColumn[];
  /** Over `u`, a report used: the form its rows are printed by (null: no table), and whether an unstored row is zeros. */
  readonly form: string;
  readonly whole: string;
  /** SQL of a sum as JSON has it. */
  readonly sum: (figure: string) => string;
}

/** A column of counts, whose row says in bits which of them have no value and why. */
export const countColumn = (name: string, bit: number): PrintedColumn => ({
  name,
  value: `o.${name}`,
  unreadable: `o.unreadable & ${1 << bit} <> 0`,
  blank: `o.${name} is null and (o.unreadable | o.absent) & ${1 << bit} = 0`,
});

const joined = <Item>(
  items: readonly Item[],
  each: (item: Item, index: number) => string,
  separator = ',\n      ',
): string => items.map(each).join(separator);

/** Row `m` of report `u`, where it is stored. Which rows are asked at all is told to the planner as well. */
const storedRow = ({
  table,
  keys,
}: PrintedTable): string => `${table} as o on o.agency_id = u.own_agency and o.report_id = u.report_id
      ${joined(keys, ([column], index) => `and o.${column} = m.${column} and o.${column} = any ($${12 + index})`, ' ')}`;

/**
 * A report's own figures of each code asked: for a parent the sum of those of its children that the form prints, null
 * where all of them are null.
 */
const reportFigures = (table: PrintedTable): string => {
  const { columns, form, whole } = table;
  return `
  figure as (
    select
      u.key, asked.code as asked, ${form} is not null and count(m.asked) = 0 as not_on_form,
      ${joined(columns, ({ name, value }) => `case when ${whole} and count(o.report_id) < count(m.asked) then coalesce(sum(${value}), 0) else sum(${value}) end as ${name}`)},
      ${joined(columns, ({ name, unreadable }) => `coalesce(bool_or(${unreadable}), false) as ${name}_unreadable`)},
      ${joined(columns, ({ name, blank }) => `coalesce(bool_or(${blank}) filter (where o.report_id is not null), false) as ${name}_blank`)}
    from counted as u
    cross join asked
    left join printed as m on m.asked = asked.code and m.form = ${form}
    left join ${storedRow(table)}
    group by u.key, asked.code, u.own_agency, u.report_id, ${form}, ${whole})`;
};

const counts = (columns: readonly PrintedColumn[], where: (name: string) => string): string =>
  `array[${joined(columns, ({ name }) => `count(*) filter (where ${where(name)})`, ', ')}]::integer[]`;

/** Parts of the last column; a table of one column has none. */
function parts(columns: readonly PrintedColumn[]): { readonly sum: string; readonly disagreeing: string } {
  const names = columns.slice(0, -1).map(({ name }) => `f.${name}`);
  if (names.length === 0) return { sum: 'null::bigint', disagreeing: '0' };
  return {
    sum: `(sum(${joined(names, (name) => `coalesce(${name}, 0)`, ' + ')})
        filter (where coalesce(${names.join(', ')}) is not null))::bigint`,
    disagreeing: `(count(*) filter (where ${names.join(' + ')} <> f.${columns.at(-1)?.name}))::integer`,
  };
}

function totals({ columns, sum }: PrintedTable): string {
  const { sum: sumOfParts, disagreeing } = parts(columns);
  return `
  total as (
    select
      f.key, f.asked,
      json_build_array(${joined(columns, ({ name }) => sum(`sum(f.${name})`), ', ')}) as sums,
      ${sum(`sum(f.${columns.at(-1)?.name})`)} as total,
      ${counts(columns, (name) => `f.${name} is not null`)} as reported,
      ${counts(columns, (name) => `f.${name} is null and f.${name}_unreadable`)} as unreadable,
      ${counts(columns, (name) => `f.${name} is null and not f.${name}_unreadable and f.${name}_blank`)} as blank,
      ${counts(columns, (name) => `f.${name} is null and not f.${name}_unreadable and not f.${name}_blank and not f.not_on_form`)} as absent,
      (count(*) filter (where f.not_on_form))::integer as not_on_form,
      ${sumOfParts} as sum_of_parts, ${disagreeing} as disagreeing
    from figure as f
    group by f.key, f.asked)`;
}

/** The same of the last column alone. */
function storedTotals(table: PrintedTable, key: string, printed: string): StoredTotals {
  const { columns, form, whole } = table;
  const value = columns.at(-1)?.value ?? 'null';
  return {
    sql: `${printed},
  edition as (select m.asked, m.form, array_agg(m.${key}) as rows from printed as m group by m.asked, m.form)`,
    // One row for all forms that print it.
    from: `join (
      select m.asked, m.${key}, array_agg(m.form) as forms from printed as m group by m.asked, m.${key}) as m on ${form} = any (m.forms)
    join ${storedRow(table)}`,
    value,
    figure: `
      select m.asked, case when ${whole} and v.stored < cardinality(m.rows) then coalesce(v.total, 0) else v.total end as total
      from edition as m
      cross join lateral (
        select sum(${value}) as total, count(*) as stored
        from ${table.table} as o
        where o.agency_id = u.own_agency and o.report_id = u.report_id and o.${key} = any (m.rows)) as v
      where m.form = ${form}`,
  };
}

/** Sums of printed figures; $10 and on hold the rows that stand for each code on each form. */
export function printedFigures(table: PrintedTable, rows: readonly PrintedRow[]): Figures {
  const { keys } = table;
  const [key, ...others] = keys;
  const printed = `
  printed as (
    select m.*
    from unnest($10::text[], $11::report_form[], ${joined(keys, ([, type], index) => `$${12 + index}::${type}[]`, ', ')})
      as m (asked, form, ${joined(keys, ([column]) => column, ', ')}))`;
  return {
    sql: [printed, reportFigures(table), totals(table)].join(','),
    stored: key !== undefined && others.length === 0 ? storedTotals(table, key[0], printed) : null,
    parameters: [
      rows.map(({ asked }) => asked),
      rows.map(({ form }) => form),
      ...keys.map((_, index) => rows.map(({ row }) => row[index])),
    ],
  };
}
