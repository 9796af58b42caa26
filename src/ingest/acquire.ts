import type { Fetcher } from './acquire/Fetcher.js';
import type { Acquirable } from './acquire/Acquirable.js';
import { locate } from './acquire/locations.js';

export type { Acquirable } from './acquire/Acquirable.js';

/** What fetches takes longer to load than a file to read. */
const start = async (): Promise<Fetcher> => new (await import('./acquire/Fetcher.js')).Fetcher();

/** The documents of files, folders, patterns and addresses, none of them fetched yet; folders in order of name. */
export const acquirables = (locations: readonly string[]): AsyncGenerator<Acquirable> => {
  let fetcher: Promise<Fetcher> | undefined;
  return locate(locations, () => (fetcher ??= start()));
};
