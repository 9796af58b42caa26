import pg from 'pg';
import PgBoss from 'pg-boss';
import type { Outcome } from '../ingest/Outcome.js';
import { log } from '../log.js';
import type { QueuedDocument } from './QueuedDocument.js';
import type { Slice } from './slices.js';

/** Where pg-boss keeps its tables; it makes and updates them itself. */
const SCHEMA = 'gongkai_queue';
const NAME = 'ingest';

/** A job whose worker died so often is given up: something in it takes workers with it. */
const RETRIES = 5;
/** Outcomes are kept for so long, and jobs wait at most for so long. */
const KEPT_DAYS = 30;
const WAITS_DAYS = 365;
/** How often it is looked for jobs whose workers died (s). */
const SUPERVISED_S = 5;
const PAGE = 100;

/** A job that this process has. */
export interface Taken {
  readonly id: string;
  readonly documents: readonly QueuedDocument[];
  /** It goes to another worker unless it is renewed within this time. */
  readonly leaseSeconds: number;
}

/** How many jobs are in each state. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly done: number;
  /** Given up. */
  readonly failed: number;
}

const RENEW = `update ${SCHEMA}.job set started_on = now() where name = $1 and id = any ($2::uuid[]) and state = 'active'`;

const COUNT = `
  select
    count(*) filter (where j.state in ('created', 'retry')) as waiting,
    count(*) filter (where j.state = 'active') as active,
    count(*) filter (where j.state = 'completed') as done,
    count(*) filter (where j.state = 'failed') as failed
  from ${SCHEMA}.job as j where j.name = $1`;

const DONE = `
  select j.id, j.completed_on::text as at, j.output -> 'outcomes' as outcomes from ${SCHEMA}.job as j
  where j.name = $1 and j.state = 'completed' and (j.completed_on, j.id) > ($2::timestamptz, $3::uuid)
  order by j.completed_on, j.id limit ${PAGE}`;

/** Documents that wait for any number of machines to take them in, in PostgreSQL beside what they become. */
export class IngestQueue {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly boss: PgBoss,
  ) {}

  /** Opens the queue of a database; makes it where there is none. */
  static async open(url: string): Promise<IngestQueue> {
    const pool = new pg.Pool({ connectionString: url, max: 3, connectionTimeoutMillis: 10_000 });
    pool.on('error', (error) => log.warn('queue.connection', { error: error.message }));
    const boss = new PgBoss({
      db: { executeSql: (text: string, values: unknown[]) => pool.query(text, values) },
      schema: SCHEMA,
      schedule: false,
      maintenanceIntervalSeconds: SUPERVISED_S,
      archiveCompletedAfterSeconds: KEPT_DAYS * 86_400,
    });
    boss.on('error', (error) => log.warn('queue.failed', { error }));
    try {
      await boss.start();
      // At most one job of a key waits; while it is worked on, or done, the documents may have changed.
      await boss.createQueue(NAME, { name: NAME, policy: 'short', retryLimit: RETRIES, retentionDays: WAITS_DAYS });
      return new IngestQueue(pool, boss);
    } catch (error) {
      await pool.end();
      throw error;
    }
  }

  /** Puts jobs in the queue, those aside that wait there already. */
  async put(slices: readonly Slice[], leaseSeconds: number): Promise<void> {
    const keepUntil = new Date(Date.now() + WAITS_DAYS * 86_400_000);
    await this.boss.insert(
      slices.map(({ key, documents }) => ({
        name: NAME,
        data: { documents },
        singletonKey: key,
        expireInSeconds: leaseSeconds,
        keepUntil,
      })),
    );
  }

  /** Takes a job that nobody else has then; null where none waits. */
  async take(): Promise<Taken | null> {
    const [job] = await this.boss.fetch<{ documents: QueuedDocument[] }>(NAME, { batchSize: 1 });
    if (job === undefined) return null;
    // A numeric, which the driver leaves as text.
    const leaseSeconds = Number.parseFloat(String(job.expireInSeconds));
    return { id: job.id, documents: job.data.documents, leaseSeconds };
  }

  /** Says that this process is still at these jobs. */
  async renew(ids: readonly string[]): Promise<void> {
    await this.pool.query(RENEW, [NAME, ids]);
  }

  /** Keeps what became of the documents of a job. */
  async finish(id: string, outcomes: readonly Outcome[]): Promise<void> {
    await this.boss.complete(NAME, id, { outcomes });
  }

  /** Lets others have jobs that were begun. */
  async giveBack(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.boss.fail(NAME, [...ids]);
  }

  async counts(): Promise<QueueCounts> {
    const { rows } = await this.pool.query<QueueCounts>(COUNT, [NAME]);
    const [counts] = rows;
    if (counts === undefined) throw new Error('the queue does not say what it holds');
    return counts;
  }

  /** What became of the documents of all jobs that are done, in the order in which they were. */
  async *outcomes(): AsyncGenerator<Outcome> {
    let after = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
    for (;;) {
      const { rows } = await this.pool.query<{ id: string; at: string; outcomes: Outcome[] }>(DONE, [
        NAME,
        after.at,
        after.id,
      ]);
      for (const row of rows) yield* row.outcomes;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last;
    }
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false });
    await this.pool.end();
  }
}
