import type { DataSource } from 'typeorm';
import { prepare } from '../../src/ingest/store/prepare.js';
import { storeAll } from '../../src/ingest/store/storeAll.js';
import type { Stored } from '../../src/ingest/store/ToStore.js';
import type { Report } from '../../src/ingest/types.js';

/** Stores one report in a transaction of its own: a batch of one. @throws Error where the database refuses it */
export async function store(db: DataSource, report: Report, { sample }: { readonly sample: boolean }): Promise<Stored> {
  const [stored] = await storeAll(db, [{ report: prepare(report), again: false }], { sample });
  if (stored === undefined || !('status' in stored)) throw new Error(`nothing was stored: ${stored?.bug}`);
  return stored;
}
