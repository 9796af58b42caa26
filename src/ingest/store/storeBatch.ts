import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import type { Added } from '../../rollup/Changed.js';
import { applyDecisions } from '../decisions/applyDecisions.js';
import { describeReports } from './describeReports.js';
import { dropMisread } from './dropMisread.js';
import { insertReports, type Placed } from './insertReports.js';
import { markReal } from './markReal.js';
import { agencyOfPlace, placesOf, revisionsOf, toPlaces } from './loadState.js';
import { placeReports, Revisions } from './placeReports.js';
import { agencyOf, keyOf, resolveAgencies } from './resolveAgencies.js';
import { idOf, textOf } from './Revision.js';
import { preferBest } from './revisions.js';
import { refreshAgencies } from './refreshAgencies.js';
import { settleKeys } from './settleKeys.js';
import type { Stored, ToStore } from './ToStore.js';
import { writeSources } from './writeSources.js';

/** Somebody moved a document between two looks at it; trying again helps. */
export class MovedError extends Error {}

/**
 * Stores reports in one transaction: each as a first report, as a further source of a revision that says the same, or as
 * a new revision. Afterwards at most one revision of each key is active, whatever the order in which documents came.
 * @returns what became of each, in their order
 */
export const storeBatch = (
  db: DataSource,
  batch: readonly ToStore[],
  { sample }: { readonly sample: boolean },
): Promise<Stored[]> =>
  db.transaction(async (manager) => {
    const placed = await place(manager, await applyDecisions(manager, batch));
    await insertReports(manager, placed, sample);
    await writeSources(manager, placed);
    if (!sample) await markReal(manager, placed);
    await refreshAgencies(manager, namedInVain(placed));
    await settle(manager, placed);
    return placed.map(({ status, revision }) => ({ status, agencyId: revision.agencyId, reportId: idOf(revision) }));
  });

/** Decides under the agencies' locks where each report goes: writers of one agency wait for each other, others do not. */
async function place(manager: EntityManager, batch: readonly ToStore[]): Promise<Placed[]> {
  const sha256s = batch.map(({ report }) => report.source.sha256);
  const mayMove = batch.some(({ again, report }) => again || report.manifest !== null);
  const moving = mayMove ? await placesOf(manager, sha256s) : [];
  const agencies = batch.map(({ report }) => agencyOf(report.identity, report.source.sha256));
  const ids = await resolveAgencies(manager, [...agencies, ...moving.map(agencyOfPlace)]);

  const known = await placesOf(manager, sha256s);
  const manifests = new Map(known.map(({ sha256, manifest }) => [sha256, manifest]));
  const reports = batch.map(({ report, again }, index) => {
    const agency = agencies[index];
    const agencyId = agency && ids.get(keyOf(agency));
    if (agencyId === undefined) throw new Error(`agency ${agency?.name} was neither found nor made`);
    const { identity, source, fingerprint, manifest } = report;
    const { year, scope } = identity;
    const { sha256 } = source;
    // It may have been stored after it was looked up.
    const corrected = manifest !== null && manifests.has(sha256) && !isDeepStrictEqual(manifest, manifests.get(sha256));
    return { agencyId, year, scope, sha256, fingerprint, again: again || corrected };
  });
  const locked = new Set(ids.values());
  const again = new Set(reports.flatMap(({ sha256, again }) => (again ? [sha256] : [])));
  if (known.some(({ agencyId, sha256 }) => again.has(sha256) && !locked.has(agencyId)))
    throw new MovedError('a document was moved in the meantime');
  const revisions = await revisionsOf(manager, [...reports, ...known]);
  const placements = placeReports(reports, new Revisions(revisions), toPlaces(known, revisions));
  return placements.flatMap((placement, index) => {
    const [report, named] = [batch[index]?.report, reports[index]?.agencyId];
    return report === undefined || named === undefined ? [] : [{ ...placement, report, named }];
  });
}

/** Agencies that were made or known from an earlier year for documents that belong to others. */
const namedInVain = (placed: readonly Placed[]): number[] =>
  placed.flatMap(({ named, revision }) => (revision.agencyId === named ? [] : [named]));

/** Sets right what of the revisions that were touched is preferred, described and active, and tells who wants to know. */
async function settle(manager: EntityManager, placed: readonly Placed[]): Promise<void> {
  const written = placed.filter(({ source }) => source !== 'left');
  if (written.length === 0) return;
  const touched = written.flatMap(({ revision, from }) => (from === null ? [revision] : [revision, from]));
  const preferred = await preferBest(
    manager,
    touched.map((revision) => ({ agencyId: revision.agencyId, reportId: idOf(revision) })),
  );
  await describeReports(manager, describing(written, preferred));
  await dropMisread(manager, written);
  await settleKeys(manager, touched, addedOf(written));
}

/** Reports of one's own of whose year nothing was stored before, but for other documents that say the same. */
function addedOf(written: readonly Placed[]): Added[] {
  const revised = new Set(
    written.flatMap(({ revision, from }) => [
      ...(revision.revision === 1 ? [] : [textOf(revision)]),
      ...(from === null ? [] : [textOf(revision), textOf(from)]),
    ]),
  );
  return written
    .filter(({ isNew, revision }) => isNew && revision.scope === 'OWN' && !revised.has(textOf(revision)))
    .map(({ revision: { agencyId, year, scope }, report: { forms, facts } }) => ({
      agencyId,
      year,
      scope,
      forms,
      facts,
    }));
}

/** The reports that their revision is read from; of a document that came twice, the one that was read last. */
const describing = (written: readonly Placed[], preferred: ReadonlyMap<string, string>): Placed[] => {
  const chosen = new Map<string, Placed>();
  for (const one of written) {
    const key = `${one.revision.agencyId} ${idOf(one.revision)}`;
    if (preferred.get(key) !== one.report.source.sha256) continue;
    const isNew = one.isNew || chosen.get(key)?.isNew === true;
    chosen.set(key, { ...one, isNew });
  }
  return [...chosen.values()];
};
