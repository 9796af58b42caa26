/** How far one PostgreSQL of a primary and its standbys has come. */
export interface Position {
  /** Cluster and database: the same on a primary and all its standbys, and nowhere else. */
  readonly identity: string;
  /** Whether it replays what a primary writes. */
  readonly standby: boolean;
  /** Place in the write-ahead log (bytes) before which everything is visible there. */
  readonly lsn: bigint;
  /** The dataset's version there. */
  readonly version: string;
}
