import type pg from 'pg';
import type { Outcome } from '../ingest/Outcome.js';

/** Where pg-boss keeps its tables; it makes and updates them itself. */
export const SCHEMA = 'gongkai_queue';

/** How many jobs are in each state. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly done: number;
  /** Given up. */
  readonly failed: number;
}

/** A document of a job that was given up: it may be stored, or not. */
export interface GivenUp {
  readonly file: string;
  readonly status: 'given up';
}

/** What is held in memory at a time: jobs without their documents, and outcomes of one of them. */
const PAGE = { jobs: 1_000, outcomes: 1_000 };

const RENEW = `update ${SCHEMA}.job set started_on = now() where name = $1 and id = any ($2::uuid[]) and state = 'active'`;

/** One that was never started is not counted among its attempts when it is taken the next time. */
const GIVE_BACK = `
  update ${SCHEMA}.job set state = 'retry', started_on = null
  where name = $1 and id = any ($2::uuid[]) and state = 'active'`;

const COUNT = `
  select
    count(*) filter (where j.state in ('created', 'retry')) as waiting,
    count(*) filter (where j.state = 'active') as active,
    count(*) filter (where j.state = 'completed') as done,
    count(*) filter (where j.state = 'failed') as failed
  from ${SCHEMA}.job as j where j.name = $1`;

const ENDED = `
  select j.id, j.completed_on::text as at, j.state = 'failed' as "givenUp" from ${SCHEMA}.job as j
  where j.name = $1 and j.state in ('completed', 'failed') and (j.completed_on, j.id) > ($2::timestamptz, $3::uuid)
  order by j.completed_on, j.id limit ${PAGE.jobs}`;

/** A job of archives may have any number of outcomes. */
const OUTCOMES = `
  select o.outcome
  from ${SCHEMA}.job as j
  cross join lateral jsonb_array_elements(j.output -> 'outcomes') with ordinality as o (outcome, place)
  where j.name = $1 and j.id = $2 and o.place > $3 and o.place <= $3 + ${PAGE.outcomes}
  order by o.place`;

const FILES = `
  select d.document ->> 'file' as file
  from ${SCHEMA}.job as j
  cross join lateral jsonb_array_elements(j.data -> 'documents') with ordinality as d (document, place)
  where j.name = $1 and j.id = $2
  order by d.place`;

interface Ended {
  readonly id: string;
  readonly at: string;
  readonly givenUp: boolean;
}

/** What pg-boss does not say or do: our own statements on its table of jobs. */
export class JobTable {
  constructor(
    private readonly pool: pg.Pool,
    /** Of the queue. */
    private readonly name: string,
  ) {}

  /** The time that each may take begins anew. */
  async renew(ids: readonly string[]): Promise<void> {
    await this.pool.query(RENEW, [this.name, ids]);
  }

  /** They wait again, as if nobody had taken them this time. */
  async giveBack(ids: readonly string[]): Promise<void> {
    await this.pool.query(GIVE_BACK, [this.name, ids]);
  }

  async counts(): Promise<QueueCounts> {
    const { rows } = await this.pool.query<QueueCounts>(COUNT, [this.name]);
    const [counts] = rows;
    if (counts === undefined) throw new Error('the queue does not say what it holds');
    return counts;
  }

  /** What became of the documents of all jobs that have ended, in the order in which they did. */
  async *outcomes(): AsyncGenerator<Outcome | GivenUp> {
    for await (const { id, givenUp } of this.#ended()) yield* givenUp ? this.#filesOf(id) : this.#outcomesOf(id);
  }

  async *#ended(): AsyncGenerator<Ended> {
    let after: Pick<Ended, 'at' | 'id'> = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
    for (;;) {
      const { rows } = await this.pool.query<Ended>(ENDED, [this.name, after.at, after.id]);
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last;
    }
  }

  async *#outcomesOf(id: string): AsyncGenerator<Outcome> {
    for (let from = 0; ; from += PAGE.outcomes) {
      const { rows } = await this.pool.query<{ outcome: Outcome }>(OUTCOMES, [this.name, id, from]);
      for (const { outcome } of rows) yield outcome;
      if (rows.length < PAGE.outcomes) return;
    }
  }

  async *#filesOf(id: string): AsyncGenerator<GivenUp> {
    const { rows } = await this.pool.query<{ file: string }>(FILES, [this.name, id]);
    for (const { file } of rows) yield { file, status: 'given up' };
  }
}
