import { InvalidArgumentError } from 'commander';

/** Reads a whole number from 1 to a most. */
export const asCountTo =
  (most: number) =>
  (text: string): number => {
    if (/^[1-9]\d{0,8}$/.test(text) && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`It should be a whole number from 1 to ${most}.`);
  };
