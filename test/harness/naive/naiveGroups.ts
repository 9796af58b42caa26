import type { DivisionLevel } from '../../../src/catalog/divisionLevels.js';
import type { Scope } from '../../../src/catalog/forms.js';
import { DivisionIndex } from '../../../src/divisions/DivisionIndex.js';
import { readDivisions } from '../../../src/divisions/readDivisions.js';
import type { Report } from '../../../src/ingest/types.js';

/** A question of totals, without what is added up. */
export interface NaiveQuestion {
  readonly from: number;
  readonly to: number;
  readonly within: readonly string[] | null;
  readonly scope: Scope;
  readonly level: DivisionLevel | null;
  readonly byYear: boolean;
  readonly byAgency: boolean;
  readonly dueYear: number;
  /** A ranking of agencies: no report hides another. */
  readonly everyAgency?: boolean;
}

export interface NaiveGroup {
  readonly division: string | null;
  readonly used: Report[];
  other: number;
  expected: number;
  /** `year division agency` of each expected without an active report. */
  readonly missing: string[];
}

export const divisions = new DivisionIndex(readDivisions());
const LEVELS = ['NATION', 'PROVINCE', 'CITY', 'COUNTY'] as const;
const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000']);

const lineageOf = (code: string | null): readonly string[] => {
  const division = code === null ? null : divisions.byCode(code);
  return division ? [...division.ancestors, division.code] : [];
};

function groupDivision(code: string | null, level: NaiveQuestion['level']): string | null {
  if (level === null || code === null) return null;
  const at = lineageOf(code).find((ancestor) => divisions.byCode(ancestor)?.level === level);
  if (at) return at;
  return MUNICIPALITIES.has(code) && level !== 'PROVINCE' ? `${code.slice(0, 2)}0100` : code;
}

const isWithin = (code: string | null, within: readonly string[] | null): boolean =>
  within === null || lineageOf(code).some((ancestor) => within.includes(ancestor));

/** Whether a division may stand for a group of consolidated figures: at the level asked or below, or childless. */
const atLevel = (code: string | null, level: NaiveQuestion['level']): boolean => {
  if (level === null) return true;
  const group = divisions.byCode(groupDivision(code, level) ?? '');
  if (!group || code === null) return false;
  return LEVELS.indexOf(group.level) === LEVELS.indexOf(level) || divisions.childrenOf(code, null).length === 0;
};

/** Consolidated: the governments' reports beneath no other of the same group and year. */
const topmost = (candidates: readonly Report[], level: NaiveQuestion['level']): Report[] =>
  candidates
    .filter(({ identity }) => identity.kind === 'GOVERNMENT' && identity.division !== null)
    .filter(
      ({ identity }, _, governments) =>
        !governments.some(
          ({ identity: above }) =>
            above.year === identity.year &&
            above.division !== identity.division &&
            groupDivision(above.division, level) === groupDivision(identity.division, level) &&
            lineageOf(identity.division).includes(above.division ?? ''),
        ),
    );

const agencyName = ({ division, agencyName: name }: Report['identity']): string => `${division} ${name}`;

/** The key of a group: year, division and agency, each empty where not grouped by. */
const keyOf = (identity: Report['identity'], year: number, question: NaiveQuestion): string =>
  [
    question.byYear ? year : '',
    groupDivision(identity.division, question.level) ?? '',
    question.byAgency ? agencyName(identity) : '',
  ].join('|');

/** Groups as domain.md words them, report by report, over nothing but reports, all of them active. */
export function naiveGroups(reports: readonly Report[], question: NaiveQuestion): ReadonlyMap<string, NaiveGroup> {
  const { scope, level, from, to } = question;
  const inYears = (year: number): boolean => year >= from && year <= to;
  const eligible = reports.filter(
    ({ identity }) =>
      isWithin(identity.division, question.within) && (scope === 'OWN' || atLevel(identity.division, level)),
  );
  const candidates = eligible.filter(({ identity }) => identity.scope === scope && inYears(identity.year));
  const used = scope === 'OWN' || question.everyAgency ? candidates : topmost(candidates, level);
  const groups = new Map<string, NaiveGroup>();
  const groupOf = (identity: Report['identity'], year: number) => {
    const key = keyOf(identity, year, question);
    const group = groups.get(key) ?? {
      ...{ division: groupDivision(identity.division, level), used: [], other: 0, expected: 0, missing: [] },
    };
    groups.set(key, group);
    return group;
  };
  for (const report of used) groupOf(report.identity, report.identity.year).used.push(report);
  for (const { identity } of eligible.filter(({ identity: { year } }) => inYears(year)))
    groupOf(identity, identity.year).other += identity.scope === scope ? 0 : 1;
  const reported = new Set(reports.map(({ identity }) => `${identity.year} ${agencyName(identity)}`));
  const agencies = new Map<string, { identity: Report['identity']; first: number }>();
  for (const { identity } of eligible) {
    const key = agencyName(identity);
    agencies.set(key, { identity, first: Math.min(identity.year, agencies.get(key)?.first ?? identity.year) });
  }
  for (const { identity, first } of agencies.values())
    for (let year = Math.max(first, from); year <= Math.min(question.dueYear, to); year++) {
      const group = groupOf(identity, year);
      group.expected += 1;
      if (!reported.has(`${year} ${agencyName(identity)}`)) group.missing.push(`${year} ${agencyName(identity)}`);
    }
  if (!question.byYear && level === null && !question.byAgency && groups.size === 0)
    groups.set('||', { division: null, used: [], other: 0, expected: 0, missing: [] });
  return groups;
}
