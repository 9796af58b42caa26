import { createHash } from 'node:crypto';
import type { Source } from '../types.js';

/** A source of these bytes. */
export const sourceOf = (bytes: Uint8Array, origin: Omit<Source, 'bytes' | 'sha256'>): Source => ({
  ...origin,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
