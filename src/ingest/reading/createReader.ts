import type { Reader } from './ReaderPool.js';

/** Reads in the thread of the program: quicker for a few documents than starting others. */
const inline = async (): Promise<Reader> => {
  const { readGroup } = await import('./readGroup.js');
  return { read: readGroup, close: () => Promise.resolve() };
};

/** A reader for that many threads; for a few documents none is started. */
export async function createReader(threads: number, few: boolean): Promise<Reader> {
  if (few) return inline();
  const { ReaderPool } = await import('./ReaderPool.js');
  return new ReaderPool(threads);
}
