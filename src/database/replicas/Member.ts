import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { Position } from './Position.js';
import { readPosition } from './readPosition.js';
import type { Sockets } from './Sockets.js';

/** What takes longer to connect or to say how far it has come (ms) is as good as dead. */
const ANSWER_MS = 2_000;
/** Connections that are not closed after this (ms) are cut off. */
const CLOSE_MS = 1_000;

/** Host, port and database, without user and password. */
const nameOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
};

/** The primary or one of its standbys: connections for questions, and one of its own that tells how far it has come. */
export class Member {
  readonly name: string;
  #client: Client | null = null;
  #connecting: Promise<Client> | null = null;
  #before: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    /** Where questions to it go. */
    readonly dataSource: DataSource,
    private readonly sockets: Sockets,
  ) {
    this.name = nameOf(url);
  }

  /** How far it has come now; bounded in time. Connects where it has to. @throws what keeps it from saying so */
  read(): Promise<Position> {
    // A connection answers one question after the other.
    const position = this.#before.then(() => this.#read());
    this.#before = position.catch(() => undefined);
    return position;
  }

  /** Ends the connection that it is asked by, and what is left of others; bounded in time, also where it hangs. */
  async close(): Promise<void> {
    this.#leave();
    await this.sockets.close(CLOSE_MS);
  }

  /** The next question is asked by a new connection. */
  #leave(): void {
    const client = this.#client;
    this.#client = null;
    this.#connecting = null;
    client?.end().catch(() => undefined);
  }

  async #read(): Promise<Position> {
    this.#connecting ??= this.#connect();
    const client = await this.#connecting;
    try {
      const position = await readPosition(client);
      if (!this.dataSource.isInitialized) await this.dataSource.initialize();
      return position;
    } catch (error) {
      if (this.#client === client) this.#leave();
      throw error;
    }
  }

  async #connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'gongkai',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
      stream: this.sockets.create,
    });
    this.#client = client;
    // Said again by the next question.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (this.#client === client) this.#leave();
      throw error;
    }
  }
}
