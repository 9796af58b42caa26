import type { PrintedSection } from './printedSections.js';

/** Common table expressions, and selects of `cell, fact, amount` over them. */
export interface FactSql {
  readonly steps: readonly string[];
  readonly facts: readonly string[];
}

const list = <Item>(items: readonly Item[], each: (item: Item, index: number) => string): string =>
  items.map(each).join(', ');

/** Constants as a relation. */
export const constants = (
  rows: readonly (readonly (string | number | boolean | null)[])[],
  columns: readonly (readonly [name: string, type: string])[],
): string => {
  const literal = (value: string | number | boolean | null): string =>
    typeof value === 'string' ? `'${value}'` : String(value);
  return `select ${list(columns, ([name, type]) => `v.${name}::${type}`)}
    from (values ${list(rows, (row) => `(${list(row, literal)})`)}) as v (${list(columns, ([name]) => name)})`;
};

/** Facts that follow each other, from columns of `s`: those that are not zero. */
export const unpivot = (step: string, columns: readonly string[]): string => `
    select s.cell, (s.fact + v.at)::smallint as fact, v.amount::numeric as amount
    from ${step} as s
    cross join lateral (values ${list(columns, (column, at) => `(${at}, s.${column})`)}) as v (at, amount)
    where v.amount <> 0`;

const REPORT_COLUMNS = [
  'cell',
  'disclosure_form',
  'application_form',
  'disclosures_whole',
  'applications_whole',
  'reviews_whole',
];

/** The stored rows of reports counted, fetched once. */
const storedRows = ({ name, table }: PrintedSection): string => `${name}_row as materialized (
    select ${list(REPORT_COLUMNS, (column) => `u.${column}`)}, o.*
    from counted as u
    join ${table} as o on o.agency_id = u.agency_id and o.report_id = u.report_id)`;

/** These rows, and the codes that they enter. */
const joined = ({ name, keys, form }: PrintedSection): string => `${name}_row as o
    join ${name}_printed as m on ${keys.map(([key]) => `m.${key} = o.${key}`).join(' and ')}${
      form === null ? '' : ` and m.form = o.${form}`
    }`;

/**
 * Reports and codes whose figures may be anything but printed, agreeing and stored, or printed zeros: where a stored row
 * that enters lacks a figure or disagrees, or the table is not whole.
 */
function oddPairs(section: PrintedSection): string {
  const { name, columns, hasParts, form, whole } = section;
  const values = columns.map(({ value }) => value);
  // As bigint: each figure fits an integer, their sum may not.
  const parts = values.slice(0, -1).map((value) => `${value}::bigint`);
  const disagrees = hasParts ? ` or ${parts.join(' + ')} <> ${values.at(-1)}` : '';
  const pair = (of: string): string =>
    `${of}.cell, ${of}.agency_id, ${of}.report_id, ${form ? `${of}.${form}` : 'null::report_form'} as form, ${of}.${whole} as whole, m.fact`;
  return `${name}_odd as (
    select ${pair('o')}
    from ${joined(section)}
    where num_nulls(${values.join(', ')}) > 0${disagrees}
    union
    select ${pair('u')}
    from incomplete as u
    join ${name}_printed as m on ${form === null ? 'true' : `m.form = u.${form}`}
    where not u.${whole})`;
}

/** The figures of such pairs: for a parent the sum of its printed children, null where all of them are null. */
function oddFigures({ name, table, keys, columns, form }: PrintedSection): string {
  return `${name}_figure as (
    select
      p.cell, p.fact,
      ${list(columns, ({ value }, at) => `case when p.whole and count(o.report_id) < count(*) then coalesce(sum(${value}), 0) else sum(${value}) end as value_${at}`)},
      ${list(columns, ({ unreadable }, at) => `coalesce(bool_or(${unreadable}), false) as unreadable_${at}`)},
      ${list(columns, ({ blank }, at) => `coalesce(bool_or(${blank}) filter (where o.report_id is not null), false) as blank_${at}`)}
    from ${name}_odd as p
    join ${name}_printed as m on m.fact = p.fact${form === null ? '' : ' and m.form = p.form'}
    left join ${table} as o on o.agency_id = p.agency_id and o.report_id = p.report_id
      ${keys.map(([key]) => `and o.${key} = m.${key}`).join(' ')}
    group by p.cell, p.fact, p.agency_id, p.report_id, p.whole)`;
}

function exceptions({ name, columns, hasParts }: PrintedSection): string {
  const parts = columns.slice(0, -1).map((_, at) => `f.value_${at}`);
  const disagreeing = `,
      count(*) filter (where ${parts.join(' + ')} <> f.value_${parts.length}) as disagreeing`;
  return `${name}_exception as (
    select
      f.cell, f.fact + ${columns.length} as fact,
      ${list(columns, (_, at) => `count(*) filter (where f.value_${at} is null and f.unreadable_${at}) as unreadable_${at}`)},
      ${list(columns, (_, at) => `count(*) filter (where f.value_${at} is null and not f.unreadable_${at} and f.blank_${at}) as blank_${at}`)},
      ${list(columns, (_, at) => `count(*) filter (where f.value_${at} is null and not f.unreadable_${at} and not f.blank_${at}) as absent_${at}`)}${hasParts ? disagreeing : ''}
    from ${name}_figure as f
    group by f.cell, f.fact)`;
}

/** Facts of one table over `counted`: sums from all stored rows, exceptions from the few reports that have any. */
export function sectionFacts(section: PrintedSection): FactSql {
  const { name, keys, columns, hasParts, form, rows } = section;
  const numbered = (prefix: string): string[] => columns.map((_, at) => `${prefix}_${at}`);
  return {
    steps: [
      `${name}_printed as (${constants(
        rows.map((row) => [...(form === null ? [] : [row.form]), ...row.row, row.fact]),
        [...(form === null ? [] : [['form', 'report_form'] as const]), ...keys, ['fact', 'integer']],
      )})`,
      storedRows(section),
      `${name}_sum as (
    select o.cell, m.fact, ${list(columns, ({ value }, at) => `sum(${value}) as sum_${at}`)}
    from ${joined(section)}
    group by o.cell, m.fact)`,
      oddPairs(section),
      oddFigures(section),
      exceptions(section),
    ],
    facts: [
      unpivot(`${name}_sum`, numbered('sum')),
      unpivot(`${name}_exception`, [
        ...['unreadable', 'blank', 'absent'].flatMap(numbered),
        ...(hasParts ? ['disagreeing'] : []),
      ]),
    ],
  };
}
