import type { DataSource } from 'typeorm';
import { agencyOf, keyOf, resolveAgencies } from '../store/resolveAgencies.js';
import type { Said } from './Decision.js';
import { makeDecisions } from './decisionLock.js';
import { identitiesOf } from './identitiesOf.js';
import { refreshAgencies } from '../store/refreshAgencies.js';
import type { RosterLine } from './parseRoster.js';
import { settleKeys } from '../store/settleKeys.js';

/** How many agencies were new. */
export interface Imported {
  readonly agencies: number;
  readonly added: number;
}

/**
 * Takes in which agencies are expected to report, from when and until when. What stands in the file replaces what was said of these
 * agencies before; others stay as they are. Agencies without any report exist from then on. One transaction.
 */
export const importRoster = (db: DataSource, lines: readonly RosterLine[], { by, at, note }: Said): Promise<Imported> =>
  db.transaction(async (manager) => {
    await makeDecisions(manager);
    const [before] = await manager.query<[{ count: number }]>('select count(*) as count from agency');
    const named = (await identitiesOf(manager, lines)).map((identity) => agencyOf(identity, ''));
    const ids = await resolveAgencies(manager, named);
    const idsInOrder = named.map((agency) => ids.get(keyOf(agency)) ?? -1);
    // Of an agency that stands in the file twice the last line counts.
    const entries = [...new Map(lines.map((line, index) => [idsInOrder[index] ?? -1, line])).entries()];
    const agencyIds = entries.map(([id]) => id);
    await manager.query(
      `insert into roster_entry (agency_id, first_year, last_year, decided_by, decided_at, note)
       select t.*, $4, $5::timestamptz, $6 from unnest($1::bigint[], $2::integer[], $3::integer[]) as t
       on conflict (agency_id) do update set
         first_year = excluded.first_year, last_year = excluded.last_year,
         decided_by = excluded.decided_by, decided_at = excluded.decided_at, note = excluded.note`,
      [agencyIds, entries.map(([, { from }]) => from), entries.map(([, { to }]) => to), by, at, note],
    );
    await manager.query(
      `update agency as a set kind = t.kind
       from unnest($1::bigint[], $2::agency_kind[]) as t (id, kind) where a.id = t.id and a.kind <> t.kind`,
      [agencyIds, entries.map(([, { kind }]) => kind)],
    );
    await refreshAgencies(manager, agencyIds);
    await settleKeys(
      manager,
      entries.map(([agencyId, { from }]) => ({ agencyId, year: from, scope: 'OWN' })),
    );
    const [after] = await manager.query<[{ count: number }]>('select count(*) as count from agency');
    return { agencies: entries.length, added: after.count - before.count };
  });
