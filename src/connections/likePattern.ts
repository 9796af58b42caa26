import { BadUserInputError } from '../queryErrors.js';

const MAX_LENGTH = 100;

/** A pattern of `like` for text that contains the words as they are; null where none are given. */
export function likePattern(argument: string, words: string | null | undefined): string | null {
  if (words == null) return null;
  if (words.trim() === '' || words.length > MAX_LENGTH)
    throw new BadUserInputError(`${argument} must be 1 to ${MAX_LENGTH} characters, found ${words.length}`);
  return `%${words.trim().replace(/[\\%_]/g, String.raw`\$&`)}%`;
}
