import {
  DataSource,
  type DataSourceOptions,
  type ObjectLiteral,
  type QueryRunner,
  type ReplicationMode,
} from 'typeorm';
import { codeOf } from '../../errors.js';
import { isLost } from './isLost.js';
import { Member } from './Member.js';
import { Replicas, type ReplicaTiming } from './Replicas.js';
import { Sockets } from './Sockets.js';

/** What a standby says of a statement that stood in the way of its replaying. */
const CONFLICT = '40001';
/** How often a statement is sent once more for that. */
const CONFLICTS = 2;

/** One address and how to connect to it. */
interface Address {
  readonly url: string;
  readonly options: DataSourceOptions;
}

export interface Addresses {
  readonly primary: Address;
  /** In the order in which this process likes them. */
  readonly standbys: readonly Address[];
}

function standbyAt({ url, options }: Address): Member {
  const sockets = new Sockets();
  const extra: unknown = options.extra;
  return new Member(
    url,
    new DataSource({ ...options, extra: Object.assign({ stream: sockets.create }, extra) }),
    sockets,
  );
}

/**
 * For questions alone: a data source whose statements go to one standby at a time, or to the primary where none serves.
 * What fails because a standby went away is asked again elsewhere.
 */
export class ReplicatedDataSource extends DataSource {
  readonly #primary: Member;
  readonly #standbys: readonly Member[];
  readonly #replicas: Replicas;

  constructor({ primary, standbys }: Addresses, timing: ReplicaTiming) {
    super(primary.options);
    this.#primary = new Member(primary.url, this, new Sockets());
    this.#standbys = standbys.map(standbyAt);
    this.#replicas = new Replicas(this.#primary, this.#standbys, timing);
  }

  /** Counts how often statements began to go elsewhere. */
  get epoch(): number {
    return this.#replicas.epoch;
  }

  override async initialize(): Promise<this> {
    await super.initialize();
    try {
      await this.#replicas.start();
    } catch (error) {
      await this.destroy();
      throw error;
    }
    return this;
  }

  override async destroy(): Promise<void> {
    await this.#replicas.stop();
    for (const { dataSource } of this.#standbys) if (dataSource.isInitialized) await dataSource.destroy();
    await super.destroy();
    await Promise.all([this.#primary, ...this.#standbys].map((member) => member.close()));
  }

  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const { dataSource } = this.#replicas.current;
    return dataSource === this ? super.createQueryRunner(mode) : dataSource.createQueryRunner(mode);
  }

  override query<T>(query: string, parameters?: unknown[] | ObjectLiteral, runner?: QueryRunner): Promise<T> {
    if (runner !== undefined) return super.query(query, parameters, runner);
    return this.retried(() => super.query(query, parameters));
  }

  /** The version of the dataset where statements go: what they find is that or later. @throws what the database throws */
  async readVersion(): Promise<string> {
    for (;;) {
      const position = await this.retried(() => this.#look());
      if (position !== null) return position;
    }
  }

  /** Does what only reads; again where it was cut short because a standby went away. */
  async retried<T>(action: () => Promise<T>): Promise<T> {
    for (let conflicts = 0; ;) {
      const { current } = this.#replicas;
      try {
        return await action();
      } catch (error) {
        if (codeOf(error) === CONFLICT && conflicts < CONFLICTS) conflicts += 1;
        else if (!isLost(error) || !this.#replicas.lost(current, error)) throw error;
      }
    }
  }

  async #look(): Promise<string | null> {
    const { current } = this.#replicas;
    const position = await current.read();
    return this.#replicas.saw(current, position) ? position.version : null;
  }
}
