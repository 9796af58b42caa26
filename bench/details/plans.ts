import type { ClientBase } from 'pg';

/** From how many rows on a table is large. */
const LARGE = 10_000;

/** A statement as it was sent. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** How PostgreSQL answered a statement. */
export interface Plan {
  readonly milliseconds: number;
  /** Large tables that were read from end to end. */
  readonly scans: readonly string[];
  readonly lines: string;
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Node[];
}
interface Explained {
  readonly Plan: Node;
  readonly 'Execution Time': number;
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Names of the tables that are large. */
export async function largeTables(client: ClientBase): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class as c
     where c.relkind in ('r', 'm') and c.relnamespace = 'public'::regnamespace and c.reltuples > $1`,
    [LARGE],
  );
  return new Set(rows.map(({ name }) => name));
}

/** Runs a statement of a question once more and says how it went. */
export async function explain(client: ClientBase, statement: Statement, large: ReadonlySet<string>): Promise<Plan> {
  const { text, parameters } = statement;
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [Explained] }>(
    `explain (analyze, buffers, format json) ${text}`,
    [...parameters],
  );
  const explained = rows[0]?.['QUERY PLAN'][0];
  if (!explained) throw new Error(`no plan: ${text}`);
  const { rows: lines } = await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, [...parameters]);
  return {
    milliseconds: explained['Execution Time'],
    scans: nodesOf(explained.Plan).flatMap((node) => {
      const table = node['Relation Name'];
      return node['Node Type'].endsWith('Seq Scan') && table !== undefined && large.has(table) ? [table] : [];
    }),
    lines: lines.map((row) => row['QUERY PLAN']).join('\n'),
  };
}
