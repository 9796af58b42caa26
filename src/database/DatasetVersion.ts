import type { DataSource, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import { ReplicatedDataSource } from './replicas/ReplicatedDataSource.js';
import { VERSION_SQL } from './versionSql.js';

/** A version this old (ms) is read anew before anything is answered by it. */
const FRESH_MS = 100;

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

  /** Counts how often the database is another one from then on; what was asked of two is nothing to keep. */
  get epoch(): number {
    return this.db instanceof ReplicatedDataSource ? this.db.epoch : 0;
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
    try {
      const version = await (this.db instanceof ReplicatedDataSource ? this.db.readVersion() : this.#ask());
      if (since === this.#transactions) {
        this.#version = version;
        this.#at = began;
      }
      return version;
    } finally {
      if (this.#reading?.since === since) this.#reading = null;
    }
  }

  async #ask(): Promise<string> {
    this.#runner ??= this.db.createQueryRunner();
    const runner = this.#runner;
    try {
      const [row] = (await runner.query(VERSION_SQL)) as [{ version: string }];
      return row.version;
    } catch (error) {
      if (this.#runner === runner) this.#runner = null;
      await runner.release().catch(() => undefined);
      throw error;
    }
  }
}
