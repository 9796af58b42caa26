import type { ReportForm, Scope } from '../catalog/forms.js';
import { divisionsBelow, divisionsBelowAny } from './divisionsBelow.js';
import { isCalled } from './isCalled.js';
import type { Parameters } from './Parameters.js';

/** null = no restriction. `agencyName` is part of a name or alias. */
export interface ReportsWanted {
  readonly from: number | null;
  readonly to: number | null;
  readonly within: readonly string[] | null;
  readonly agencyIds: readonly number[] | null;
  readonly agencyName: string | null;
  readonly forms: readonly ReportForm[] | null;
  readonly scope: Scope | null;
  readonly hasFindings: boolean | null;
  readonly active: boolean;
}

/** A root is a division code or an agency id in whose `reports` field the question stands; null at the root of the query. */
export interface ReportRoots {
  readonly of: 'ALL' | 'DIVISION' | 'AGENCY';
  readonly keys: readonly (string | null)[];
}

/**
 * Whether nothing is asked but which agencies' reports: looked up by key, with one good plan. Not so in divisions, where a
 * plan made while tables were small would go through them once an agency until they are analyzed.
 */
export const isByKey = (of: ReportRoots['of'], { active, ...restrictions }: ReportsWanted): boolean =>
  of === 'AGENCY' && active && Object.values(restrictions).every((restriction) => restriction === null);

/** Which reports and which agencies belong to a root. */
const ROOT = {
  ALL: { reports: 'true', agencies: 'true' },
  DIVISION: { reports: 'true', agencies: `a.division_code = any (${divisionsBelow('root.key')})` },
  AGENCY: { reports: 'r.agency_id = root.key::bigint', agencies: 'a.id = root.key::bigint' },
} as const;

/** Whether reports are asked of the agencies of a place or a name, rather than of all. */
export const ofChosen = (of: ReportRoots['of'], { within, agencyName }: ReportsWanted): boolean =>
  of === 'DIVISION' || within !== null || agencyName !== null;

/** The agencies of which reports are asked. */
export const chosen = (
  of: ReportRoots['of'],
  { within, agencyName }: ReportsWanted,
  parameters: Parameters,
): string => `
  select a.id from agency as a
  where ${ROOT[of].agencies}
    ${parameters.given(within, (codes) => `a.division_code = any (${divisionsBelowAny(`${codes}::text[]`)})`)}
    ${parameters.given(agencyName, (name) => isCalled(`${name}::text`))}`;

/** Which reports `r` are asked of these. */
export const filter = (of: ReportRoots['of'], wanted: ReportsWanted, parameters: Parameters): string => `
  ${ROOT[of].reports} and ${wanted.active ? 'r.active' : 'not r.active'}
    ${parameters.given(wanted.from, (year) => `-r.year <= -(${year}::bigint)`)}
    ${parameters.given(wanted.to, (year) => `-r.year >= -(${year}::bigint)`)}
    ${parameters.given(wanted.agencyIds, (ids) => `r.agency_id = any (${ids}::bigint[])`)}
    ${parameters.given(wanted.forms, (forms) => `r.form = any (${forms}::report_form[])`)}
    ${parameters.given(wanted.scope, (scope) => `r.scope = ${scope}::report_scope`)}
    ${parameters.given(
      wanted.hasFindings,
      (has) => `${has}::boolean = exists (
      select from finding as f where f.agency_id = r.agency_id and f.report_id = r.id)`,
    )}`;

/** All that are asked. */
export const counted = (
  of: ReportRoots['of'],
  wanted: ReportsWanted,
  parameters: Parameters,
): string => `from annual_report as r
  ${ofChosen(of, wanted) ? `join (${chosen(of, wanted, parameters)} offset 0) as a on a.id = r.agency_id` : ''}
  where ${filter(of, wanted, parameters)}`;
