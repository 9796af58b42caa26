import type { CellKey } from './place.js';

/** A relation of cells from four parameters and, after them, as many more as their types say. */
export const cellRows = (alias: string, more: Readonly<Record<string, string>> = {}): string => `
    unnest($1::text[], $2::agency_kind[], $3::integer[], $4::report_scope[]${Object.values(more)
      .map((type, at) => `, $${at + 5}::${type}[]`)
      .join('')})
    as ${alias} (${['division_code', 'agency_kind', 'year', 'scope', ...Object.keys(more)].join(', ')})`;

/** These parameters. */
export const cellArrays = (cells: readonly CellKey[]): unknown[][] => [
  cells.map(({ divisionCode }) => divisionCode),
  cells.map(({ agencyKind }) => agencyKind),
  cells.map(({ year }) => year),
  cells.map(({ scope }) => scope),
];
