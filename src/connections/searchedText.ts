import { BadUserInputError } from '../queryErrors.js';

const MAX_LENGTH = 100;

/** The text that is searched for, without white space around it; null where none is given. @throws BadUserInputError */
export function searchedText(argument: string, text: string | null | undefined): string | null {
  if (text == null) return null;
  if (text.trim() === '' || text.length > MAX_LENGTH)
    throw new BadUserInputError(`${argument} must be 1 to ${MAX_LENGTH} characters, found ${text.length}`);
  // PostgreSQL has no texts with it.
  if (text.includes('\0')) throw new BadUserInputError(`${argument} must have no character U+0000`);
  return text.trim();
}
