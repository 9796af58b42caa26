import { runStages, type ReadDeps } from './runStages.js';
import type { Report, Source } from './types.js';

/**
 * Reads one document: its figures, whose they are, and what is wrong with them. Pure but for the readers' own lazy loading.
 * @throws Refusal for a document that is not taken in, and nothing else for a document
 */
export const readReport = (source: Source, deps: ReadDeps): Promise<Report> => runStages(source, deps, () => undefined);
