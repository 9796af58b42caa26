import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from '@jest/globals';

/** The folder of real reports that some machines have beside the repository. */
export const SHARED = resolve(process.cwd(), '..', 'shared');
const isHere = existsSync(SHARED);

/** Files of a folder of it, sorted; none where it is not here. */
export const sharedFiles = (folder: string, pattern: RegExp): string[] =>
  isHere
    ? readdirSync(resolve(SHARED, folder))
        .filter((name) => pattern.test(name))
        .sort()
    : [];

/** Tests that read real reports; skipped, and said to be, on machines without them. */
export function describeShared(name: string, tests: () => void): void {
  if (isHere) describe(name, tests);
  else test.skip(`${name}: ${SHARED} is not here`, () => undefined);
}
