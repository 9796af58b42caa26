import { createHash } from 'node:crypto';

/** The tag of the answer to a question as of an edition of everything that answers depend on. */
export const entityTag = (edition: string, key: string): string =>
  `"${createHash('sha256').update(edition).update('\0').update(key).digest('base64url').slice(0, 22)}"`;

/** Whether a client that sends `if-none-match` has what bears this tag. */
export const hasTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined && header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
