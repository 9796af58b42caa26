import type { Refusal } from '../Refusal.js';

/** A failure that may pass. */
export class Transient extends Error {
  constructor(
    /** What it comes to if it does not. */
    readonly refusal: Refusal,
    readonly host: string,
    /** How long the host asks to be left alone (ms). */
    readonly rest: number,
  ) {
    super(refusal.message);
  }
}
