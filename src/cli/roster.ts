import { stat } from 'node:fs/promises';
import type { Config } from '../config.js';
import { UsageError } from '../errors.js';
import { readText } from '../ingest/acquire/readText.js';
import { importRoster } from '../ingest/decisions/importRoster.js';
import { parseRoster } from '../ingest/decisions/parseRoster.js';
import { type SaidOptions, saidBy } from './saidBy.js';
import { EXIT } from './exitCodes.js';
import { requirePaths } from './requirePaths.js';
import { say } from './say.js';
import { withDatabase } from './withDatabase.js';

/** Every organ of the country takes 10 MB. */
const MOST_BYTES = 50_000_000;

/** Takes in which agencies are expected to report. */
export async function roster(config: Config, file: string, said: SaidOptions): Promise<number> {
  await requirePaths([file], { fileOnly: true });
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new UsageError(`${file} has ${size} bytes, at most ${MOST_BYTES} are read`);
  const lines = parseRoster(file, await readText(file));
  const { agencies, added } = await withDatabase(config, ({ dataSource }) =>
    importRoster(dataSource, lines, saidBy(said)),
  );
  say(`${agencies} agencies on the roster, ${added} of them new`);
  return EXIT.done;
}
