import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

const JSON_TYPE = 'application/json; charset=utf-8';
const TYPES = [JSON_TYPE, 'application/graphql-response+json; charset=utf-8'];
/** What Apollo Server may prefer to them: a page, or a stream of parts. */
const OTHERS = ['text/html', 'multipart/mixed'];

/** Clients send few headers, and short ones; more and longer ones are not worth keeping. */
const KEPT = { headers: 500, characters: 500 };
const known = new LRUCache<string, string>({ max: KEPT.headers });

const choose = (accept: string): string => {
  const preferred = new Negotiator({ headers: { accept } }).mediaType([...TYPES, ...OTHERS]);
  return preferred !== undefined && TYPES.includes(preferred) ? preferred : '';
};

/** The media type of the answer for an `accept` header; null where Apollo Server has to decide. */
export function acceptedType(accept: string | undefined): string | null {
  if (accept === undefined || accept === '' || accept === '*/*') return JSON_TYPE;
  let type = known.get(accept);
  if (type === undefined) {
    type = choose(accept);
    if (accept.length < KEPT.characters) known.set(accept, type);
  }
  return type === '' ? null : type;
}
