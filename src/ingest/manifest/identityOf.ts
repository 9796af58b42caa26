import { resolve } from 'node:path';
import { isAddress } from '../acquire/locations.js';

/** An address as the web has it, a path in full: what makes two names one document. */
export const identityOf = (location: string): string =>
  isAddress(location) && URL.canParse(location) ? new URL(location).href : resolve(location);
