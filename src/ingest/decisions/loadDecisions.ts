import type { EntityManager } from 'typeorm';
import type { Decision } from './Decision.js';

const COLUMNS = 'd.division_code as division, d.agency_name as "agencyName", d.scope';

/** What was decided of agencies, by `keyOf`. */
export async function agencyDecisions(
  manager: EntityManager,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Decision>> {
  const rows = await manager.query<(Decision & { key: string })[]>(
    `select d.agency_key as key, ${COLUMNS} from agency_decision as d where d.agency_key = any ($1)`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** What was decided of documents, by sha256 and by how they are read; of several of one reading the latest counts. */
export async function documentDecisions(
  manager: EntityManager,
  documents: readonly { readonly sha256: string; readonly reading: string }[],
): Promise<ReadonlyMap<string, Decision>> {
  const rows = await manager.query<(Decision & { sha256: string; reading: string })[]>(
    `select d.sha256, d.reading, ${COLUMNS} from document_decision as d
     where d.sha256 = any ($1) or d.reading = any ($2)
     order by d.decided_at, d.sha256`,
    [documents.map(({ sha256 }) => sha256), documents.map(({ reading }) => reading)],
  );
  return new Map([...rows.map((row) => [row.reading, row] as const), ...rows.map((row) => [row.sha256, row] as const)]);
}
