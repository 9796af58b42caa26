import { Manifest } from '../ingest/manifest/Manifest.js';
import type { ManifestEntry } from '../ingest/manifestEntry.js';
import type { QueuedDocument } from './QueuedDocument.js';

/** What manifests said of the documents that are being worked on: it came with their jobs. */
export class JobManifest extends Manifest {
  readonly #entries = new Map<string, ManifestEntry>();

  constructor() {
    super('', []);
  }

  add({ entries = {} }: QueuedDocument): void {
    for (const [file, entry] of Object.entries(entries)) this.#entries.set(file, entry);
  }

  drop({ entries = {} }: QueuedDocument): void {
    for (const file of Object.keys(entries)) this.#entries.delete(file);
  }

  override entryOf(file: string): ManifestEntry | null {
    return this.#entries.get(file) ?? null;
  }
}
