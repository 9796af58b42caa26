import type { Reason } from './types.js';

/** A document that is not taken in, with its reason. Stages throw it; `ingest` turns it into the outcome `rejected`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly reason: Reason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
