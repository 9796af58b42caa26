import type { EntityManager } from 'typeorm';
import type { Addition } from './addToCells.js';
import type { Added, Changed } from './Changed.js';
import { distinct } from '../distinct.js';
import { type CellKey, cellKey, type Place, placeKey } from './place.js';
import type { Placing } from './placeAgencies.js';

/** What has to be done with the cells that changed reports concern. */
export interface CellWork {
  readonly recomputed: readonly CellKey[];
  /** To cells that are not recomputed. */
  readonly additions: readonly Addition[];
}

/** An agency that moved takes all its reports with it: any cell of the place it left may have lost one. */
const MOVED = `
  select t.division_code as "divisionCode", t.agency_kind as "agencyKind", t.year, t.scope
  from total_cell as t
  join unnest($1::text[], $2::agency_kind[]) as w (division_code, agency_kind)
    on w.division_code = t.division_code and w.agency_kind = t.agency_kind
  union
  select p.division_code, p.agency_kind, r.year, r.scope
  from total_agency as p
  join annual_report as r on r.agency_id = p.agency_id
  where p.agency_id = any ($3::bigint[])`;

async function cellsOfMoved(manager: EntityManager, moved: readonly Placing[]): Promise<CellKey[]> {
  if (moved.length === 0) return [];
  const left = distinct(
    moved.flatMap(({ before }) => before ?? []),
    placeKey,
  );
  return manager.query<CellKey[]>(MOVED, [
    left.map(({ divisionCode }) => divisionCode),
    left.map(({ agencyKind }) => agencyKind),
    moved.map(({ agencyId }) => agencyId),
  ]);
}

const isElsewhere = ({ before, now }: Placing): boolean =>
  before === null || now === null || placeKey(before) !== placeKey(now);

const reportKey = ({ agencyId, year, scope }: Changed): string => `${agencyId} ${year} ${scope}`;

/** The cell that a report is counted in now; none of an agency that is gone. */
const cellOf = (places: ReadonlyMap<number, Place | null>, { agencyId, year, scope }: Changed): CellKey[] => {
  const place = places.get(agencyId) ?? null;
  return place === null ? [] : [{ ...place, year, scope }];
};

/**
 * Divides the work: recomputed are the cells of reports that were not merely added, and of an agency that moved all that
 * may count any report of it; to others is added.
 */
export async function divide(
  manager: EntityManager,
  placings: readonly Placing[],
  changed: readonly Changed[],
  added: readonly Added[],
): Promise<CellWork> {
  const merely = new Set(added.map(reportKey));
  const rest = changed.filter((one) => !merely.has(reportKey(one)));
  const hasMore = new Set(rest.map(({ agencyId }) => agencyId));
  // Of an agency that was counted nowhere no cell holds a report: where all were merely added, no other is missing.
  const moved = placings.filter(
    (placing) => isElsewhere(placing) && (placing.before !== null || hasMore.has(placing.agencyId)),
  );
  const places = new Map(placings.map(({ agencyId, now }) => [agencyId, now]));
  const cells = [...rest.flatMap((one) => cellOf(places, one)), ...(await cellsOfMoved(manager, moved))];
  const recomputed = new Map(cells.map((cell) => [cellKey(cell), cell]));
  const additions = added.flatMap((one) =>
    cellOf(places, one).map((cell) => ({ cell, forms: one.forms, facts: one.facts })),
  );
  return {
    recomputed: [...recomputed.values()],
    additions: additions.filter(({ cell }) => !recomputed.has(cellKey(cell))),
  };
}
