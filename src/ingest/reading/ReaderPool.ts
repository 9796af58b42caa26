import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import { log } from '../../log.js';
import type { Reading, Unread } from './readDocument.js';
import { refusedBy } from './refusedBy.js';
import { Refusal } from '../Refusal.js';

/** Reads documents. */
export interface Reader {
  /** Never throws for a document. */
  read(documents: readonly Unread[]): Promise<Reading[]>;
  close(): Promise<void>;
}

/**
 * What a thread may take before it is ended. Readers stop themselves long before; this is for what no reader foresaw, so
 * that one document never holds up the others.
 */
const HARD_LIMITS = {
  milliseconds: 120_000,
  startMilliseconds: 10_000,
  closeMilliseconds: 5_000,
  heapMegabytes: 512,
} as const;

/** Reads in as many threads as are asked for. */
export class ReaderPool implements Reader {
  readonly #pool: Piscina<readonly Unread[], Reading[]>;
  /** As many groups as threads are handed out, so that the time a group takes is its own. */
  readonly #slot: ReturnType<typeof pLimit>;
  #works = false;

  constructor(
    threads: number,
    private readonly milliseconds: number = HARD_LIMITS.milliseconds,
    /** Module with the function `readGroup`. */
    program: URL = new URL('readGroup.js', import.meta.url),
  ) {
    this.#slot = pLimit(threads);
    this.#pool = new Piscina({
      filename: fileURLToPath(program),
      name: 'readGroup',
      minThreads: threads,
      maxThreads: threads,
      closeTimeout: HARD_LIMITS.closeMilliseconds,
      resourceLimits: { maxOldGenerationSizeMb: HARD_LIMITS.heapMegabytes },
    });
    // Of a thread that reads nothing at the moment; another takes its place.
    this.#pool.on('error', (error) => log.error('reader.thread', { error }));
  }

  /**
   * What ends its thread is tried again alone, and refused if it does so again; its neighbors are read.
   * @throws what keeps the threads from reading anything
   */
  async read(documents: readonly Unread[]): Promise<Reading[]> {
    try {
      const readings = await this.#slot(() => this.#run(documents));
      this.#works = true;
      return readings;
    } catch (error) {
      if (documents.length === 1) {
        await this.#probe(error);
        return [{ refused: refusedBy(new Refusal('LIMIT_EXCEEDED', this.#said(error))) }];
      }
      const alone = await Promise.all(documents.map((document) => this.read([document])));
      return alone.flat();
    }
  }

  /** What is being read is read to its end: a thread that is ended while it sets up (de)compression takes the process with it. */
  async close(): Promise<void> {
    await this.#pool.close({ force: true });
  }

  #run(documents: readonly Unread[], milliseconds = this.milliseconds): Promise<Reading[]> {
    return this.#pool.run(documents, { signal: AbortSignal.timeout(milliseconds) });
  }

  /** Threads that can't read nothing can't read anything: that is no document's fault. @throws the error at hand */
  async #probe(error: unknown): Promise<void> {
    if (this.#works) return;
    try {
      await this.#slot(() => this.#run([], HARD_LIMITS.startMilliseconds));
      this.#works = true;
    } catch {
      throw error;
    }
  }

  #said(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    return `reading it was ended: over ${this.milliseconds} ms or ${HARD_LIMITS.heapMegabytes} MB (${message})`;
  }
}
