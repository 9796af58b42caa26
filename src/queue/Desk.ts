import type { Outcome } from '../ingest/Outcome.js';
import { log } from '../log.js';
import type { IngestQueue, Taken } from './IngestQueue.js';
import { JobManifest } from './JobManifest.js';
import type { QueuedDocument } from './QueuedDocument.js';

/** Jobs that are held at a time: a few, and some for each thread. What one worker holds no other can do. */
const HELD = { few: 4, perThread: 3 };
/** How long the next job waits for room at most (ms): whoever stops the pipeline waits for that too. */
const ROOM_MS = 5_000;

interface Held {
  readonly job: Taken;
  readonly outcomes: Outcome[];
  /** Documents that are not dealt with yet. */
  left: number;
}

/** The jobs that a worker has taken and not finished. Documents and outcomes come in one order, so each finds its job. */
export class Desk {
  readonly manifest = new JobManifest();
  readonly #held = new Set<Held>();
  /** Documents that were handed out and are not dealt with, in their order. */
  readonly #out: { readonly document: QueuedDocument; readonly held: Held }[] = [];
  #renewing: NodeJS.Timeout | null = null;
  #room: () => void = () => undefined;

  constructor(
    private readonly queue: IngestQueue,
    private readonly threads: number,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.#room(), { once: true });
  }

  /** The documents of jobs until none waits; a job is taken when somebody asks for its first document. */
  async *documents(first: Taken): AsyncGenerator<QueuedDocument> {
    for (let job: Taken | null = first; job !== null; job = await this.#next()) {
      const held: Held = { job, outcomes: [], left: job.documents.length };
      this.#held.add(held);
      this.#renewing ??= this.#renew(job.leaseSeconds);
      for (const document of job.documents) {
        this.manifest.add(document);
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
      if (itself || file.startsWith(`${document.file}!/`)) {
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

  /** Lets others have what is left. */
  async close(): Promise<void> {
    if (this.#renewing !== null) clearInterval(this.#renewing);
    const left = [...this.#held].map(({ job }) => job.id);
    this.#held.clear();
    // Where even that fails, they come back when their leases have run out.
    await this.queue.giveBack(left).catch((error: unknown) => log.warn('queue.left', { jobs: left.length, error }));
  }

  async #next(): Promise<Taken | null> {
    if (this.#held.size >= HELD.few + HELD.perThread * this.threads) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#room = resolve;
        timer = setTimeout(resolve, ROOM_MS);
      });
      clearTimeout(timer);
    }
    return this.signal.aborted ? null : this.queue.take();
  }

  async #dealtWith(): Promise<void> {
    const head = this.#out.shift();
    if (head === undefined) return;
    const { document, held } = head;
    this.manifest.drop(document);
    held.left -= 1;
    if (held.left > 0) return;
    await this.queue.finish(held.job.id, held.outcomes);
    this.#held.delete(held);
    this.#room();
  }

  #renew(leaseSeconds: number): NodeJS.Timeout {
    const renew = (): void =>
      void this.queue
        .renew([...this.#held].map(({ job }) => job.id))
        .catch((error: unknown) => log.warn('queue.renewal', { error }));
    return setInterval(renew, (leaseSeconds * 1000) / 3);
  }
}
