import type { DataSource, EntitySubscriberInterface, QueryRunner } from 'typeorm';

/** A version this old (ms) is read anew before anything is answered by it. */
const FRESH_MS = 100;

/** The moment is part of it: a database set up anew counts from 0 again. */
const READ = `
  select sum(v.version) || '.' || coalesce(extract(epoch from max(v.changed_at))::text, '') as version
  from dataset_version as v`;

/**
 * The version of the dataset as this process knows it, never older than 100 ms: it is read when it is needed, so that
 * nothing is asked of the database while nobody asks us, on a standby as on a primary. After a transaction of this
 * process it is read anew at once. It has a connection of its own, so that it waits for no other question.
 */
export class DatasetVersion {
  #version: string | null = null;
  /** When the reading of it began. */
  #at = -Infinity;
  #transactions = 0;
  #reading: { readonly since: number; readonly version: Promise<string> } | null = null;
  #runner: QueryRunner | null = null;
  readonly #subscriber: EntitySubscriberInterface = {
    afterTransactionCommit: () => {
      this.#transactions += 1;
      this.#at = -Infinity;
    },
  };

  constructor(private readonly db: DataSource) {
    db.subscribers.push(this.#subscriber);
  }

  /** The version, where it is known and fresh; null where it has to be read. */
  get known(): string | null {
    return performance.now() - this.#at < FRESH_MS ? this.#version : null;
  }

  /** The version now. Requests that come together read it once. @throws what the database throws */
  current(): Promise<string> {
    const { known } = this;
    if (known !== null) return Promise.resolve(known);
    // One that began before the last transaction of this process may not have seen it.
    if (this.#reading?.since !== this.#transactions)
      this.#reading = { since: this.#transactions, version: this.#read(this.#transactions) };
    return this.#reading.version;
  }

  /** Gives its connection back. */
  async close(): Promise<void> {
    const place = this.db.subscribers.indexOf(this.#subscriber);
    if (place >= 0) this.db.subscribers.splice(place, 1);
    await this.#reading?.version.catch(() => undefined);
    await this.#runner?.release();
    this.#runner = null;
  }

  async #read(since: number): Promise<string> {
    const began = performance.now();
    this.#runner ??= this.db.createQueryRunner();
    const runner = this.#runner;
    try {
      const [row] = (await runner.query(READ)) as [{ version: string }];
      if (since === this.#transactions) {
        this.#version = row.version;
        this.#at = began;
      }
      return row.version;
    } catch (error) {
      if (this.#runner === runner) this.#runner = null;
      await runner.release().catch(() => undefined);
      throw error;
    } finally {
      if (this.#reading?.since === since) this.#reading = null;
    }
  }
}
