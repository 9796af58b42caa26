import { Fetcher } from './acquire/Fetcher.js';
import type { Acquirable } from './acquire/Acquirable.js';
import { locate } from './acquire/locations.js';

export type { Acquirable } from './acquire/Acquirable.js';

/** The documents of files, folders, patterns and addresses, none of them fetched yet; folders in order of name. */
export const acquirables = (locations: readonly string[]): AsyncGenerator<Acquirable> => {
  let fetcher: Fetcher | undefined;
  return locate(locations, () => (fetcher ??= new Fetcher()));
};
