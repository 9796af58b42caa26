import { readDivisions } from '../divisions/readDivisions.js';
import { UsageError } from '../errors.js';
import { locate } from '../ingest/acquire/locations.js';
import { type Explanation, explainStages } from '../ingest/explainStages.js';
import { createGazetteer } from '../ingest/gazetteer.js';
import { Refusal } from '../ingest/Refusal.js';
import type { Stage } from '../ingest/stages.js';
import { EXIT } from './exitCodes.js';
import { requirePaths } from './requirePaths.js';

export interface ExplainOptions {
  /** Only this stage; absent: all of them. */
  readonly stage?: Stage;
}

/** Also of a document that is refused before the first stage, for its size. */
const explanationOf = async (file: string): Promise<Explanation> => {
  const { value: document } = await locate([file]).next();
  if (!document) throw new UsageError(`cannot read ${JSON.stringify(file)}`);
  try {
    return await explainStages(await document.acquire(), { gazetteer: createGazetteer(readDivisions()) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { stages: [], refusal: { reason: error.reason, message: error.message } };
  }
};

const write = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

/** Says on stdout, as JSON, what each stage made of a document; the exit code tells whether it would be taken in. */
export async function explain(file: string, { stage }: ExplainOptions): Promise<number> {
  await requirePaths([file], { fileOnly: true });
  const explanation = await explanationOf(file);
  const { stages, refusal } = explanation;
  write(stage === undefined ? explanation : (stages.find((result) => result.stage === stage) ?? { stage, refusal }));
  return refusal === null ? EXIT.done : EXIT.rejected;
}
