import { createHash } from 'node:crypto';
import type { Source } from '../../../src/ingest/types.js';

/** Bytes as a source that nobody said anything about. */
export const sourceOf = (content: Uint8Array | string, fileName: string | null = null): Source => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fileName,
    url: null,
    declaredType: null,
    retrievedAt: new Date(0),
  };
};
