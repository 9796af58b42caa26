import { isMemberOf } from '../ingest/acquire/memberMark.js';
import type { Outcome } from '../ingest/Outcome.js';
import { log } from '../log.js';
import type { IngestQueue, Taken } from './IngestQueue.js';
import { Leases } from './Leases.js';
import type { QueuedDocument } from './QueuedDocument.js';

/**
 * Jobs that a worker holds before it waits for one of them to be done: a few, and some for each thread. What one worker
 * holds no other can do.
 */
const HELD = { few: 4, perThread: 3 };
/**
 * How long it waits at most before it takes one more all the same (ms): the pipeline may need more documents to go on
 * with those that it has. Whoever stops it does not wait.
 */
const ROOM_MS = 5_000;

interface Held {
  readonly job: Taken;
  readonly outcomes: Outcome[];
  /** Documents that are not dealt with yet. */
  left: number;
}

/** The jobs that a worker has taken and not finished. Documents and outcomes come in one order, so each finds its job. */
export class Desk {
  readonly #held = new Set<Held>();
  readonly #leases: Leases;
  /** Documents that were handed out and are not dealt with, in their order. */
  readonly #out: { readonly document: QueuedDocument; readonly held: Held }[] = [];
  #makeRoom: () => void = () => undefined;

  constructor(
    private readonly queue: IngestQueue,
    private readonly threads: number,
    private readonly signal: AbortSignal,
  ) {
    this.#leases = new Leases(queue);
  }

  /** The documents of jobs until none waits; a job is taken when somebody asks for its first document. */
  async *documents(first: Taken): AsyncGenerator<QueuedDocument> {
    for (let job: Taken | null = first; job !== null; job = await this.#next()) {
      const held: Held = { job, outcomes: [], left: job.documents.length };
      this.#held.add(held);
      this.#leases.hold(job);
      for (const document of job.documents) {
        this.#out.push({ document, held });
        yield document;
      }
    }
  }

  /** Takes down what became of the next document, or of a member of the archive that is the next. */
  async note(outcome: Outcome): Promise<void> {
    const { file } = outcome;
    // An archive that yielded nothing, or no more, has no word of its own.
    for (let head = this.#out[0]; head !== undefined; head = this.#out[0]) {
      const { document, held } = head;
      const itself = file === document.file;
      if (itself || isMemberOf(document.file, file)) {
        held.outcomes.push(outcome);
        return itself ? this.#dealtWith() : undefined;
      }
      await this.#dealtWith();
    }
    throw new Error(`no job is about ${file}`);
  }

  /** All that was handed out is dealt with. */
  async finish(): Promise<void> {
    while (this.#out.length > 0) await this.#dealtWith();
  }

  /** Lets others have what is left. @param failure counts as a failed attempt at each of them; null where none was */
  async close(failure: Error | null = null): Promise<void> {
    this.#leases.close();
    const left = [...this.#held].map(({ job }) => job.id);
    this.#held.clear();
    const gone = failure === null ? this.queue.giveBack(left) : this.queue.fail(left, failure);
    // Where even that fails, they come back when their leases have run out.
    await gone.catch((error: unknown) => log.warn('queue.left', { jobs: left.length, error }));
  }

  async #next(): Promise<Taken | null> {
    if (!this.signal.aborted && this.#held.size >= HELD.few + HELD.perThread * this.threads) await this.#room();
    return this.signal.aborted ? null : this.queue.take();
  }

  /** Until a job is done, a while is over or the signal comes. */
  #room(): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.signal.removeEventListener('abort', go);
        resolve();
      };
      const timer = setTimeout(go, ROOM_MS);
      this.signal.addEventListener('abort', go);
      this.#makeRoom = go;
    });
  }

  async #dealtWith(): Promise<void> {
    const head = this.#out.shift();
    if (head === undefined) return;
    const { held } = head;
    held.left -= 1;
    if (held.left > 0) return;
    await this.queue.finish(held.job.id, held.outcomes);
    this.#held.delete(held);
    this.#leases.drop(held.job);
    this.#makeRoom();
  }
}
