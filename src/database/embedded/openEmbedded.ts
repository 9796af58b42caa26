import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, EmbeddedDatabaseError, messageOf } from '../../errors.js';
import { log } from '../../log.js';
import type { Cluster } from './Cluster.js';
import { findCluster, prepareFolder } from './findCluster.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { Presence } from './Presence.js';
import { type Settings, startPostgres } from './startPostgres.js';
import { stopPostgres } from './stopPostgres.js';
import { withLock } from './withLock.js';

/** An embedded PostgreSQL in use. */
export interface Embedded {
  /** Address with user and password; the connections of this process are known by the application name in it. */
  readonly url: string;
  /** Whether its data was made just now. */
  readonly created: boolean;
  /** Leaves the server, and stops it if nobody else is connected. Close all other connections first. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Further settings of the server, used if it is started by this process. */
  readonly settings?: Settings;
  /** Called when the server has gone and could not be started again at its address. */
  readonly onLost?: (error: unknown) => void;
}

/** A server that has to redo its log after a kill may take long (ms). */
const PATIENCE = 120_000;
const STEP = 20;

/** The running server once it takes connections; null where none runs. */
const findServer = async ({ data }: Cluster): Promise<Postmaster | null> => {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await delay(STEP)) {
    const running = await findPostmaster(data);
    if (typeof running === 'string') return null;
    if (running.status === 'ready') return running;
  }
  throw new EmbeddedDatabaseError(
    `the embedded PostgreSQL of ${data} neither starts nor stops`,
    'Wait for it, or end its process, whose number is in postmaster.pid.',
  );
};

/** Passing: it was just stopping, or starting. */
const isPassing = (error: unknown): boolean => ['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(codeOf(error) ?? '');

class Session implements Embedded {
  readonly #name = `gongkai-${process.pid}-${randomBytes(4).toString('hex')}`;
  #presence: Presence | null = null;
  #port: number | null = null;
  #closed: Promise<void> | null = null;
  #returning: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly cluster: Cluster,
    readonly created: boolean,
    private readonly options: EmbeddedOptions,
  ) {}

  get url(): string {
    if (this.#presence === null) throw new Error('not entered yet');
    return this.#presence.url;
  }

  /** Finds the server or starts it, and connects. To be called under the lock. */
  async enter(): Promise<void> {
    for (const end = Date.now() + PATIENCE; ; await delay(STEP)) {
      const found = await findServer(this.cluster);
      const server = found ?? (await startPostgres(this.cluster, this.options.settings ?? {}, this.#port));
      try {
        this.#presence = await Presence.enter(this.cluster, server.port, this.#name, () => this.#lost());
        this.#port = server.port;
        return log.debug('database.entered', { folder: this.folder, port: server.port, started: found === null });
      } catch (error) {
        if (isPassing(error) && Date.now() <= end) continue;
        // Nobody else can have entered a server that was started under the lock.
        if (found === null) await stopPostgres(this.cluster.data, server);
        throw new EmbeddedDatabaseError(
          `the embedded PostgreSQL lets nobody in: ${messageOf(error)}`,
          `See ${this.cluster.log}, and that its disk has space; what is stored is kept.`,
          { cause: error },
        );
      }
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#returning.then(() => this.#leaveLocked());
    return this.#closed;
  }

  async #leaveLocked(): Promise<void> {
    try {
      await withLock(this.folder, () => this.#leave());
    } catch (error) {
      if (!(error instanceof EmbeddedDatabaseError) || codeOf(error.cause) === 'ELOCKED') throw error;
      // On a full disk nobody else gets the lock either.
      log.warn('database.left.unlocked', { folder: this.folder, error: error.message });
      await this.#leave();
    }
  }

  async #leave(): Promise<void> {
    const alone = await this.#presence?.isAlone().catch(() => false);
    await this.#presence?.leave().catch(() => undefined);
    const server = await findPostmaster(this.cluster.data);
    if (alone !== true || typeof server === 'string') return;
    const gone = await stopPostgres(this.cluster.data, server);
    if (!gone) log.warn('database.stopping', { folder: this.folder, pid: server.pid });
  }

  #lost(): void {
    if (this.#closed !== null) return;
    log.warn('database.lost', { folder: this.folder });
    this.#returning = this.#return().catch((error: unknown) => this.options.onLost?.(error));
  }

  /** The server went away underneath (killed, or restarting after a crash): starts it again where it was. */
  async #return(): Promise<void> {
    const address = this.url;
    await withLock(this.folder, () => this.enter());
    if (this.url !== address)
      throw new EmbeddedDatabaseError('the embedded PostgreSQL was lost and came back at another port', 'Start again.');
    log.info('database.back', { folder: this.folder });
  }
}

/**
 * Opens the embedded PostgreSQL of a data folder: makes it where there is none, finds the server that another process
 * runs, starts it where none runs. It outlives this process if others are connected then, and whoever leaves last stops
 * it; what a kill left behind is put in order.
 * @throws EmbeddedDatabaseError
 */
export async function openEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const real = await prepareFolder(folder);
  return withLock(real, async () => {
    const { cluster, created } = await findCluster(real);
    const session = new Session(real, cluster, created, options);
    await session.enter();
    return session;
  });
}
