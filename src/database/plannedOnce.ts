import { createHash } from 'node:crypto';
import { Client, type QueryConfig } from 'pg';

const MARK = '/* planned once */ ';

/**
 * A statement that each connection plans once and then keeps: where rows are looked up by key, and for long texts, planning
 * outweighs the work. Only for texts whose best plan is the same whatever the values, and of which there are few.
 */
export const plannedOnce = (text: string): string => MARK + text;

/**
 * A parameter of such a statement, out of the planner's sight: to be for everything that says how many rows there will be.
 * PostgreSQL keeps a plan only where those made for the values at hand promise no less work, and for one key, or the limit
 * of a page, they do. A plan lasts until a table it reads is analyzed.
 */
export const unseen = (place: string, type: string): string => `(select ${place}::${type})::${type}`;

const isPlannedOnce = (query: unknown): query is string => typeof query === 'string' && query.startsWith(MARK);

/** PostgreSQL knows a kept plan by a name, and TypeORM has no word for it: the text itself says its name. */
const nameOf = (text: string): string => createHash('sha1').update(text).digest('base64');

/** A connection that keeps the plans of statements which ask for it. */
export class PlanningClient extends Client {
  // The client's many signatures are one to whoever hands on what it gets.
  override query = ((query: unknown, values?: unknown[], ...rest: unknown[]): unknown => {
    const known: unknown = isPlannedOnce(query) ? ({ name: nameOf(query), text: query } satisfies QueryConfig) : query;
    return super.query(known as QueryConfig, values, ...(rest as []));
  }) as Client['query'];
}
