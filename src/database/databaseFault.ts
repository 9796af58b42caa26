import { AppError, codeOf, DatabaseFailedError, messageOf } from '../errors.js';

/** What the driver says of a connection that broke, without a code. */
const BROKEN =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** What the system says of one. */
const NETWORK = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const AGAIN = 'run the same again: what is stored is kept.';

/** Classes of PostgreSQL's codes, or whole ones, that are nobody's bug, and what can be done: the first that fits. */
const HELP: readonly (readonly [RegExp, string])[] = [
  [/^53100$/, `Free some space where the database is, and ${AGAIN}`],
  [/^53/, `Give the database more memory or connections (max_connections), and ${AGAIN}`],
  [/^57014$/, `Unset statement_timeout for this user and database, and ${AGAIN}`],
  [/^(?:08|57)/, `See that PostgreSQL runs and can be reached, and ${AGAIN}`],
  [/^(?:58|XX00[12])/, "See PostgreSQL's own log and the disk that it writes to."],
  [/^25006$/, 'Name the primary in DATABASE_URL, where it can be written.'],
  [/^(?:28|3D|42501)/, 'Name a user in DATABASE_URL who owns the database.'],
  [/^42(?:P07|710)$/, 'Tables of another program are in the way: name a database of its own in DATABASE_URL.'],
  [/^(?:40|55P03)/, `Others are in the way: when they are done, ${AGAIN}`],
];

/** Says what the database failed at where that is no bug of ours; any other error is handed back as it is. */
export function databaseFault(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error) ?? '';
  const message = messageOf(error);
  const told = NETWORK.has(code) || BROKEN.test(message) ? '08' : code;
  const help = /^[0-9A-Z]{5}$|^08$/.test(told) ? HELP.find(([codes]) => codes.test(told))?.[1] : undefined;
  return help === undefined
    ? error
    : new DatabaseFailedError(`the database failed: ${message}`, help, { cause: error });
}
