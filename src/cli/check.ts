import type { Config } from '../config.js';
import { differences } from '../rollup/check.js';
import { rebuild } from '../rollup/rebuild.js';
import { EXIT } from './exitCodes.js';
import { withDatabase } from './withDatabase.js';

export interface CheckOptions {
  /** Recompute all totals afterwards, where some differ. */
  readonly repair: boolean;
}

const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** Proves that no total differs from what the reports' rows give; says on stdout which do. */
export async function check(config: Config, { repair }: CheckOptions): Promise<number> {
  const found = await withDatabase(config, async ({ dataSource, lost }) => {
    const found = await Promise.race([differences(dataSource), lost]);
    if (repair && found.length > 0) await Promise.race([rebuild(dataSource), lost]);
    return found;
  });
  for (const { place, fact, stored, recomputed } of found)
    write(`${place} ${fact}: stored ${stored ?? 'nothing'}, recomputed ${recomputed ?? 'nothing'}`);
  const ending = found.length > 0 && repair ? '; all totals were made anew' : '';
  write(found.length === 0 ? 'no total differs' : `${found.length} differ${ending}`);
  return found.length === 0 ? EXIT.done : EXIT.differing;
}
