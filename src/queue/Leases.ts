import { log } from '../log.js';
import type { IngestQueue, Taken } from './IngestQueue.js';

/** So often within its time a lease is renewed. */
const TIMES = 3;

/** Keeps the jobs that a worker holds from others: all are renewed in time for the shortest lease among them. */
export class Leases {
  readonly #held = new Set<Taken>();
  /** Until the next renewal (s); none is due where nothing is held. */
  #pace = Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly queue: Pick<IngestQueue, 'renew'>) {}

  hold(job: Taken): void {
    this.#held.add(job);
    // The others are renewed with it, for their turn is put off.
    if (job.leaseSeconds / TIMES < this.#pace) this.#renew();
  }

  drop(job: Taken): void {
    this.#held.delete(job);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#held.clear();
  }

  #renew(): void {
    clearTimeout(this.#timer);
    this.#pace = Infinity;
    if (this.#held.size === 0) return;
    const jobs = [...this.#held];
    this.#pace = Math.min(...jobs.map(({ leaseSeconds }) => leaseSeconds)) / TIMES;
    this.#timer = setTimeout(() => this.#renew(), this.#pace * 1_000);
    this.queue
      .renew(jobs.map(({ id }) => id))
      .catch((error: unknown) => log.warn('queue.renewal', { jobs: jobs.length, error }));
  }
}
