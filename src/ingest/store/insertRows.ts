import type { EntityManager } from 'typeorm';

/** Columns of a table in order, each with its SQL type. */
export type Columns = Readonly<Record<string, string>>;

/**
 * `from unnest(…)` over rows handed over column by column: one statement of constant text for any number of rows.
 * @returns the clause, naming its columns, and its parameters beginning with `$first`
 */
export function unnested(
  columns: Columns,
  rows: readonly (readonly unknown[])[],
  first = 1,
): { readonly clause: string; readonly parameters: unknown[][] } {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map((type, index) => `$${first + index}::${type}[]`);
  return {
    clause: `unnest(${arrays.join(', ')}) as t (${names.join(', ')})`,
    parameters: names.map((_, index) => rows.map((row) => row[index])),
  };
}

/**
 * Inserts rows in one statement; none for none.
 * @param then what follows: `on conflict …`, `returning …`
 */
export async function insertRows<Returned = never>(
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: readonly (readonly unknown[])[],
  then = '',
): Promise<Returned[]> {
  if (rows.length === 0) return [];
  const { clause, parameters } = unnested(columns, rows);
  const names = Object.keys(columns).join(', ');
  return manager.query<Returned[]>(
    `insert into ${table} (${names}) select ${names} from ${clause} ${then}`,
    parameters,
  );
}
