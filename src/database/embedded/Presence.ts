import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { type Cluster, USER } from './Cluster.js';
import { HOST } from './startPostgres.js';

/** The database in which everything is: the one that every cluster has from the start. */
const DATABASE = 'postgres';

/** The connection that a process holds as long as it uses the server, so that nobody stops it underneath. */
export class Presence {
  private constructor(
    readonly url: string,
    private readonly name: string,
    private readonly client: Client,
  ) {}

  /**
   * @param name tells this process from all others: every connection made with `url` carries it
   * @param onLost called once if the connection breaks before `leave`
   */
  static async enter(cluster: Cluster, port: number, name: string, onLost: () => void): Promise<Presence> {
    const password = (await readFile(cluster.password, 'utf8')).trim();
    const url = `postgres://${USER}:${password}@${HOST}:${port}/${DATABASE}?application_name=${name}`;
    const client = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    client.once('end', onLost);
    return new Presence(url, name, client);
  }

  /**
   * Whether no connection of anybody else is open, whatever program it belongs to. One that is not through yet is our own, given
   * up on the way: others come under the lock.
   */
  async isAlone(): Promise<boolean> {
    const { rows } = await this.client.query<{ alone: boolean }>(
      `select not exists (
         select from pg_stat_activity as a
         where a.backend_type = 'client backend' and a.application_name <> $1 and a.state is distinct from 'starting'
       ) as alone`,
      [this.name],
    );
    return rows[0]?.alone === true;
  }

  async leave(): Promise<void> {
    this.client.removeAllListeners('end');
    await this.client.end();
  }
}
