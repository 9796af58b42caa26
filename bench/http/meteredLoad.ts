import type { Child } from './Child.js';
import { type Load, load, type Loaded } from './load.js';

/** A load, with the processor time that it took (µs). */
export interface Metered extends Loaded {
  readonly serverWork: number;
  /** Of the database's processes; null where it cannot be told. */
  readonly databaseWork: number | null;
}

/**
 * Loads a contestant and meters it.
 * @param postgres tells the processor time of the database so far (µs)
 */
export async function meteredLoad(
  child: Child,
  postgres: () => Promise<number | null>,
  asked: Omit<Load, 'url'>,
): Promise<Metered> {
  const [server, database] = [await child.stand(), await postgres()];
  const loaded = await load({ ...asked, url: child.url });
  const [serverAfter, databaseAfter] = [await child.stand(), await postgres()];
  return {
    ...loaded,
    serverWork: serverAfter.cpu - server.cpu,
    // A process that ends between two looks may be missed by both.
    databaseWork: database === null || databaseAfter === null ? null : Math.max(0, databaseAfter - database),
  };
}
