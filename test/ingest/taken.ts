import type { IngestOptions, Outcome } from '../../src/ingest/ingest.js';

/** The outcomes of a run. */
export async function taken(
  run: (options: IngestOptions) => Promise<unknown>,
  given: Omit<IngestOptions, 'onOutcome'>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  await run({ onOutcome: (outcome) => outcomes.push(outcome), ...given });
  return outcomes;
}

/** Outcomes as a table; files are named from the folder on. */
export const table = (outcomes: readonly Outcome[], folder = ''): string[] =>
  outcomes.map(({ file, status, reason, agency }) =>
    [file.replace(folder, '').replace(/^\//, ''), status, reason?.code ?? agency].join(' '),
  );
