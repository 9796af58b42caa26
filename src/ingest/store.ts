import type { DataSource } from 'typeorm';
import { prepare } from './store/prepare.js';
import { storeBatch } from './store/storeBatch.js';
import type { Stored } from './store/ToStore.js';
import type { Report } from './types.js';

/** Stores one report in a transaction of its own: a batch of one. */
export async function store(db: DataSource, report: Report, { sample }: { readonly sample: boolean }): Promise<Stored> {
  const [stored] = await storeBatch(db, [{ report: prepare(report), again: false }], { sample });
  if (stored === undefined) throw new Error('nothing was stored');
  return stored;
}
