import type { Summary } from '../ingest/ingest.js';

/** How many documents ended in each way, for a person. */
export const summaryText = ({ stored, unchanged, revised, rejected }: Summary): string =>
  `${stored} stored, ${unchanged} unchanged, ${revised} revised, ${rejected} rejected`;
