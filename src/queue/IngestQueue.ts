import pg from 'pg';
import PgBoss from 'pg-boss';
import type { Outcome } from '../ingest/Outcome.js';
import { log } from '../log.js';
import { type GivenUp, JobTable, type QueueCounts, SCHEMA } from './JobTable.js';
import type { QueuedDocument } from './QueuedDocument.js';
import type { Slice } from './slices.js';

const NAME = 'ingest';

/** A job whose worker died or failed so often is given up: something in it takes workers with it. */
const RETRIES = 5;
/** Outcomes are kept for so long, and jobs wait at most for so long. */
const KEPT_DAYS = 30;
const WAITS_DAYS = 365;
/** How often it is looked for jobs whose workers died (s). */
const SUPERVISED_S = 5;

/** A job that this process has. */
export interface Taken {
  readonly id: string;
  readonly documents: readonly QueuedDocument[];
  /** It goes to another worker unless it is renewed within this time. */
  readonly leaseSeconds: number;
}

/** Documents that wait for any number of machines to take them in, in PostgreSQL beside what they become. */
export class IngestQueue {
  readonly #jobs: JobTable;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly boss: PgBoss,
  ) {
    this.#jobs = new JobTable(pool, NAME);
  }

  /** Opens the queue of a database; makes it where there is none. */
  static async open(url: string): Promise<IngestQueue> {
    const pool = new pg.Pool({ connectionString: url, max: 3, connectionTimeoutMillis: 10_000, keepAlive: true });
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
      await boss.createQueue(NAME, { name: NAME, policy: 'short', retryLimit: RETRIES });
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
  renew(ids: readonly string[]): Promise<void> {
    return this.#jobs.renew(ids);
  }

  /** Keeps what became of the documents of a job. */
  async finish(id: string, outcomes: readonly Outcome[]): Promise<void> {
    await this.boss.complete(NAME, id, { outcomes });
  }

  /** Lets others have jobs that were begun; that is no failure of theirs. */
  async giveBack(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#jobs.giveBack(ids);
  }

  /** Lets others have jobs at which this process failed: one of them may be to blame, and is given up in the end. */
  async fail(ids: readonly string[], { message }: Error): Promise<void> {
    await Promise.all(ids.map((id) => this.boss.fail(NAME, id, { message })));
  }

  counts(): Promise<QueueCounts> {
    return this.#jobs.counts();
  }

  /** What became of the documents of all jobs that have ended, in the order in which they did; bounded in memory. */
  outcomes(): AsyncGenerator<Outcome | GivenUp> {
    return this.#jobs.outcomes();
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false });
    await this.pool.end();
  }
}
