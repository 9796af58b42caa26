import { join } from 'node:path';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';

/** Name of the one user of the embedded server. */
export const USER = 'gongkai';

/** An embedded PostgreSQL on disk: where its parts are and who runs it. */
export interface Cluster {
  /** Holds the others; comes into being whole, by a rename. */
  readonly home: string;
  /** PostgreSQL's own data folder. */
  readonly data: string;
  /** What the server wrote since it was last started. */
  readonly log: string;
  /** Password of the one user, in a file that only its owner reads. */
  readonly password: string;
  readonly account: Account;
  readonly binaries: Binaries;
}

/** Names of the parts of a cluster beneath its home. */
export const clusterPaths = (home: string): Pick<Cluster, 'home' | 'data' | 'log' | 'password'> => ({
  home,
  data: join(home, 'data'),
  log: join(home, 'log'),
  password: join(home, 'password'),
});
