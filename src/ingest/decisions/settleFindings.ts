import type { EntityManager } from 'typeorm';
import type { AgencyKind } from '../../catalog/agencyKinds.js';
import { FINDINGS } from '../../catalog/findings.js';
import type { Scope } from '../../catalog/forms.js';
import type { Finding } from '../types.js';
import { decideFindings } from './decideFindings.js';

interface Row {
  readonly kind: AgencyKind;
  readonly division: string | null;
  readonly year: number;
  readonly scope: Scope;
  readonly publishedOn: string | null;
  readonly findings: readonly (Finding & { readonly id: number })[];
}

const SELECT = `
  select a.kind, a.division_code as division, r.year, r.scope, r.published_on as "publishedOn",
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'code', f.code, 'place', f.place, 'raw', f.raw,
       'expected', f.expected, 'actual', f.actual) order by f.id), '[]')
     from finding as f where f.agency_id = r.agency_id and f.report_id = r.id and f.origin = 'DOCUMENT') as findings
  from annual_report as r
  join agency as a on a.id = r.agency_id
  where r.agency_id = $1 and r.id = $2`;

const sameText = (one: Finding, other: Finding): boolean =>
  one.code === other.code &&
  one.expected === other.expected &&
  one.actual === other.actual &&
  one.place === other.place;

/** Brings the findings of a stored report's document in line with what was decided of it, as `applyDecisions` does for one that comes. */
export async function settleFindings(
  manager: EntityManager,
  agencyId: number,
  reportId: number,
  decided: { readonly division: boolean; readonly scope: boolean },
): Promise<void> {
  if (decided.scope)
    await manager.query(`update annual_report set scope_basis = 'DECISION' where agency_id = $1 and id = $2`, [
      agencyId,
      reportId,
    ]);
  const [row] = await manager.query<Row[]>(SELECT, [agencyId, reportId]);
  if (row === undefined) return;
  const wanted = decideFindings(row.findings, row, decided);
  const gone = row.findings.filter((finding) => !wanted.some((one) => sameText(one, finding)));
  const fresh = wanted.filter((one) => !row.findings.some((finding) => sameText(finding, one)));
  await manager.query('delete from finding where agency_id = $1 and id = any ($2)', [
    agencyId,
    gone.map(({ id }) => id),
  ]);
  for (const { code, place, raw, expected, actual } of fresh)
    await manager.query(
      `insert into finding (agency_id, report_id, year, code, severity, place, raw, expected, actual)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [agencyId, reportId, row.year, code, FINDINGS[code].severity, place, raw, expected, actual],
    );
}
