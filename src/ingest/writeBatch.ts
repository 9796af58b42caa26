import type { DataSource } from 'typeorm';
import { log } from '../log.js';
import type { Read, Settled } from './Item.js';
import type { Outcome } from './Outcome.js';
import type { Refused } from './reading/refusedBy.js';
import { knowAgencies } from './store/knowAgencies.js';
import { knownDocuments } from './store/outcomes.js';
import { storeAll } from './store/storeAll.js';

const NOTHING = { reportId: null, agency: null, year: null, scope: null, form: null, findings: [] };

const rejected = (file: string, { reason, message }: Refused): Outcome => ({
  file,
  status: 'rejected',
  ...NOTHING,
  reason: { code: reason, message },
});

/** Stores what was read of a batch, and says what became of each of its documents, in their order. */
export async function writeBatch(
  db: DataSource,
  batch: readonly (Settled | Read)[],
  { sample }: { readonly sample: boolean },
): Promise<Outcome[]> {
  const read = batch.filter((item) => 'report' in item);
  const stored = await storeAll(db, read, { sample });
  await knowAgencies(
    db,
    batch.flatMap((item) => ('refused' in item && item.manifest !== null ? [item.manifest] : [])),
  );
  // As they stand now: one of the batch, or somebody else, may have moved another.
  const known = await knownDocuments(
    db,
    read.map(({ report }) => report.source.sha256),
  );
  const descriptions = new Map(read.map((item, index) => [item, known[index]?.described]));
  const results = new Map(read.map((item, index) => [item, stored[index]]));
  return batch.map((item): Outcome => {
    const { file } = item;
    if ('known' in item) return { file, status: 'unchanged', ...item.known, reason: null };
    if ('refused' in item) return rejected(file, item.refused);
    const result = results.get(item);
    if (result === undefined) throw new Error(`nothing was said of ${file}`);
    if (!('status' in result)) {
      log.error('store.bug', { file, bug: result.bug });
      return rejected(file, result);
    }
    return { file, status: result.status, ...(descriptions.get(item) ?? NOTHING), reason: null };
  });
}
