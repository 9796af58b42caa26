import { codeOf } from '../../errors.js';
import { MovedError } from './storeBatch.js';

/** Attempts at a transaction where others are in the way. */
const ATTEMPTS = 5;

/** Serialization failure, deadlock, a unique key that another writer was quicker to use, and a report that one took away. */
const IN_THE_WAY = new Set(['40001', '40P01', '23505', '23503']);

/** Whether another writer was quicker: trying again helps. */
export const isInTheWay = (error: unknown): boolean =>
  error instanceof MovedError || IN_THE_WAY.has(codeOf(error) ?? '');

/** Tries a transaction again where others were in the way. @throws what it throws otherwise, or at last */
export async function retried<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++)
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !isInTheWay(error)) throw error;
    }
}
