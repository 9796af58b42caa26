import type { ServerResponse } from 'node:http';
import { ANY_ORIGIN } from './anyOrigin.js';

/** A refusal before or instead of an answer, in the form of GraphQL's errors. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** In the unit that the message names. */
  readonly limit?: number;
}

/** The body of a refusal. */
export const refusalBody = ({ message, code, limit }: Omit<Refusal, 'status'>): string =>
  `${JSON.stringify({ errors: [{ message, extensions: { code, ...(limit !== undefined && { limit }) } }] })}\n`;

/** Sends a refusal, where nothing was sent yet. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  if (response.headersSent || response.destroyed) return;
  const body = refusalBody(refusal);
  response.writeHead(refusal.status, {
    ...ANY_ORIGIN,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(refusal.status === 503 && { 'retry-after': '1' }),
  });
  response.end(body);
}
