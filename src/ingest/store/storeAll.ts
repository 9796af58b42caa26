import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { codeOf } from '../../errors.js';
import { type Refused, refusedBy } from '../reading/refusedBy.js';
import { isInTheWay, retried } from './retried.js';
import { storeBatch } from './storeBatch.js';
import type { Stored, ToStore } from './ToStore.js';

/** The database refuses the values themselves (classes 22, 23 and 54: too large), so a defect of ours that only this report shows. */
const isAboutValues = (error: unknown): boolean => /^(?:2[23]|54)[0-9A-Z]{3}$/.test(codeOf(error) ?? '');

/** Whether a manifest says one thing and another of the same bytes: then one comes after the other, and corrects it. */
function isCorrected(batch: readonly ToStore[]): boolean {
  const manifests = new Map<string, unknown>();
  return batch.some(({ report: { source, manifest } }) => {
    const isOther = manifests.has(source.sha256) && !isDeepStrictEqual(manifests.get(source.sha256), manifest);
    manifests.set(source.sha256, manifest);
    return isOther;
  });
}

async function storeOne(db: DataSource, one: ToStore, sample: boolean): Promise<Stored | Refused> {
  try {
    const [stored] = await retried(() => storeBatch(db, [one], { sample }));
    if (stored === undefined) throw new Error('nothing was stored');
    return stored;
  } catch (error) {
    if (isAboutValues(error)) return refusedBy(error);
    throw error;
  }
}

/**
 * Stores reports in one transaction; each in one of its own if it fails, so that one never stops the others, or if one
 * corrects another.
 * @throws what is no report's fault, such as a lost connection
 */
export async function storeAll(
  db: DataSource,
  batch: readonly ToStore[],
  { sample }: { readonly sample: boolean },
): Promise<(Stored | Refused)[]> {
  if (batch.length === 0) return [];
  try {
    if (!isCorrected(batch)) return await storeBatch(db, batch, { sample });
  } catch (error) {
    if (!isInTheWay(error) && !isAboutValues(error)) throw error;
  }
  const stored: (Stored | Refused)[] = [];
  for (const one of batch) stored.push(await storeOne(db, one, sample));
  return stored;
}
