/** How the program ends; scripts rely on these numbers. */
export const EXIT = {
  /** All documents processed; the server stopped in order. */
  done: 0,
  /** Some documents were rejected, all others are processed. */
  rejected: 1,
  /** Some totals are not what they should be. */
  differing: 1,
  /** The command line or a setting is wrong; nothing was done. */
  misuse: 2,
  /** The database, the port or the program itself failed. */
  fault: 3,
} as const;

/** Told at the end of every help. */
export const EXIT_HELP = `
Exit codes:
  0    all processed; stopped in order
  1    some documents were rejected; check: some totals differ
  2    misuse: a wrong option, argument or setting
  3    fault: database unreachable, port taken, disk full, a bug
  130  interrupted by Ctrl-C before the end (143 by SIGTERM, 129 by SIGHUP, 141 by a pipe that was closed)

Data goes to stdout, the log to stderr. Settings come from the environment and from a file
.env in the current folder: DATABASE_URL, DATABASE_REPLICA_URLS, HOST, PORT, GONGKAI_DATA,
GONGKAI_SAMPLES, LOG_LEVEL and others (README).`;
