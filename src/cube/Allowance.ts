/** How long it lasts (ms). */
const TURN_MS = 1_000;

/** Columns that may be added up in one second: while they are, nobody else is answered. */
export class Allowance {
  #left = 0;
  #turn = 0;
  #since = -Infinity;

  constructor(private readonly columns: number) {}

  /** Number of the second: what was not allowed in the last one may be in this. */
  get turn(): number {
    const now = performance.now();
    if (now - this.#since >= TURN_MS) {
      this.#left = this.columns;
      this.#since = now;
      this.#turn += 1;
    }
    return this.#turn;
  }

  /** Whether so many may be added up; then they are no longer to be had. */
  take(columns: number): boolean {
    const isAllowed = this.turn > 0 && columns <= this.#left;
    if (isAllowed) this.#left -= columns;
    return isAllowed;
  }
}
