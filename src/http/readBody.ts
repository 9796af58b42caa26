import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../limits/limits.js';

const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

/** Whether the body of a POST is JSON of a known and permitted length, as it is. */
export function isPlainJson({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return (
    JSON_TYPE.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    length !== undefined &&
    Number(length) <= LIMITS.bodyBytes
  );
}

/** Reads the body of a request; `whole` is not called where the client goes away before its end. */
export function readBody(request: IncomingMessage, whole: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [first, ...more] = chunks;
    whole(first !== undefined && more.length === 0 ? first : Buffer.concat(chunks));
  });
}
