import type { Reading, Unread } from '../../../src/ingest/reading/readDocument.js';

/** Stands in for the reader of a thread; does to it what documents must not be able to do for good. */
export const readGroup = (documents: readonly Unread[]): Promise<Reading[]> =>
  Promise.resolve(
    documents.map(({ source }): Reading => {
      const text = Buffer.from(source.bytes).toString();
      if (text === 'hang') for (;;);
      if (text === 'exit') process.exit(1);
      if (text === 'throw') throw new Error('thrown');
      return { refused: { reason: 'NOT_A_REPORT', message: `read ${text}`, bug: null } };
    }),
  );
