import type { Config } from '../config.js';
import { type Standing, stand as decide } from '../ingest/decisions/stand.js';
import { type SaidOptions, saidBy } from './saidBy.js';
import { EXIT } from './exitCodes.js';
import { say } from './say.js';
import { withDatabase } from './withDatabase.js';

/** Decides that a revision counts, or must not. */
export async function stand(
  config: Config,
  id: string,
  standing: Standing,
  { clear, ...said }: SaidOptions & { clear: boolean },
): Promise<number> {
  const { year, scope, active } = await withDatabase(config, ({ dataSource }) =>
    decide(dataSource, id, standing, clear ? null : saidBy(said)),
  );
  say(`${year} ${scope}: ${active === null ? 'no revision counts' : `${active} counts`}`);
  return EXIT.done;
}
