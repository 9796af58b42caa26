import type { Manifest } from '../ingest/manifest/Manifest.js';
import { log } from '../log.js';

/** Lines that are named. */
const MOST = 10;

/** Says which lines of a manifest were about nothing that came up. */
export function warnUnused(manifest: Manifest | null): void {
  const unused = manifest?.unused ?? [];
  if (unused.length > 0)
    log.warn('manifest.unused', { file: manifest?.file, entries: unused.length, lines: unused.slice(0, MOST) });
}
