import type { Config } from '../config.js';
import { UsageError } from '../errors.js';
import { review as judge } from '../ingest/decisions/review.js';
import { type SaidOptions, saidBy } from './saidBy.js';
import { EXIT } from './exitCodes.js';
import { say } from './say.js';
import { withDatabase } from './withDatabase.js';

/** Keeps a verdict on a finding, or takes it back. */
export async function review(
  config: Config,
  id: string,
  {
    confirm = false,
    dismiss = false,
    clear,
    ...said
  }: SaidOptions & { confirm?: boolean; dismiss?: boolean; clear: boolean },
): Promise<number> {
  if (!confirm && !dismiss && !clear) throw new UsageError('expected --confirm, --dismiss or --clear, found none');
  const verdict = confirm ? 'CONFIRMED' : 'DISMISSED';
  const { code, place } = await withDatabase(config, ({ dataSource }) =>
    judge(dataSource, id, clear ? null : { verdict, ...saidBy(said) }),
  );
  say(`${code}${place === null ? '' : ` ${place}`}: ${clear ? 'no verdict' : verdict}`);
  return EXIT.done;
}
