import { LRUCache } from 'lru-cache';

/** An answer as it is sent. */
export interface Answer {
  readonly bytes: Buffer;
  /** Whether it has no errors; only such a one is kept. */
  readonly whole: boolean;
}

/** What an entry costs beside its key and its bytes, roughly. */
const ENTRY_BYTES = 400;

/** Answers for one version of the dataset: another version empties it. Bounded by bytes. */
export class AnswerStore {
  readonly #answers: LRUCache<string, Buffer>;
  readonly #pending = new Map<string, Promise<Answer | null>>();
  #version = '';

  /** @param maxBytes of keys and answers together */
  constructor(maxBytes: number) {
    this.#answers = new LRUCache<string, Buffer>({
      maxSize: maxBytes,
      // One answer must not push out all others.
      maxEntrySize: Math.ceil(maxBytes / 4),
      sizeCalculation: (answer, key) => answer.byteLength + key.length + ENTRY_BYTES,
    });
  }

  /** The stored answer to a question as of a version; undefined where there is none. */
  get(version: string, key: string): Buffer | undefined {
    if (version !== this.#version) {
      this.#version = version;
      this.#answers.clear();
      this.#pending.clear();
    }
    return this.#answers.get(key);
  }

  /** Computes what `get` did not find, once for all who ask it meanwhile; null where that cannot be answered here. */
  answer(version: string, key: string, compute: () => Promise<Answer | null>): Promise<Answer | null> {
    const pending = this.#pending.get(key);
    if (pending) return pending;
    const computed = compute();
    this.#pending.set(key, computed);
    const end = (answer: Answer | null): void => {
      if (this.#pending.get(key) === computed) this.#pending.delete(key);
      // The dataset may have moved on: what was begun under an older version is never kept under a newer.
      if (answer?.whole === true && version === this.#version) this.#answers.set(key, answer.bytes);
    };
    computed.then(end, () => end(null));
    return computed;
  }
}
