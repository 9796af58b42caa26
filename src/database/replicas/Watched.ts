import type { Standing } from './chooseStandby.js';
import type { Member } from './Member.js';
import type { Position } from './Position.js';

/** Where the primary was when it had a new version of the dataset, and when that was noticed (ms of the clock). */
export interface Mark {
  readonly version: string;
  readonly lsn: bigint;
  readonly at: number;
}

/** A standby and what is known of it. */
export class Watched implements Standing {
  position: Position | null = null;
  /** Why it cannot be read, as far as that was told; null: it can. */
  refusal: string | null = null;
  /** Since when it has answered each time; one that never failed is trusted at once. */
  #wellSince: number | null = -Infinity;
  /** What it has yet to reach. */
  #awaited: Mark | null = null;

  constructor(
    readonly member: Member,
    private readonly now: () => number,
  ) {}

  get wellFor(): number {
    return this.#wellSince === null ? 0 : this.now() - this.#wellSince;
  }

  get lag(): number {
    return this.#awaited === null ? 0 : this.now() - this.#awaited.at;
  }

  /** It said where it is. */
  answered(position: Position, refusal: string | null): void {
    this.position = position;
    this.refusal = refusal;
    this.#wellSince ??= this.now();
  }

  failed(): void {
    this.position = null;
    this.#wellSince = null;
  }

  /** Holds it against the primary. One that keeps reaching what it was behind of is not late, however much is written. */
  compare(mark: Mark): void {
    if (this.position === null) return;
    const { lsn } = this.position;
    if (this.#awaited !== null && lsn >= this.#awaited.lsn) this.#awaited = null;
    if (lsn < mark.lsn) this.#awaited ??= mark;
  }
}
