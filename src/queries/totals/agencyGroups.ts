import type { EntityManager } from 'typeorm';
import { agencies, agencyFilter, populationParameters } from './population.js';
import type { Selection } from './selection.js';

/** The years in which a report is expected of the agency `t` of `total_agency`, from and to; none where these cross. */
const FROM = 'greatest(t.first_year, $4::integer)';
const TO = 'least(t.last_year, $6::integer, $5::integer)';

/** Those in which one is there, of either scope. */
const YEARS = `unnest(t.years) as y (year)
      where ($4::integer is null or y.year >= $4) and ($5::integer is null or y.year <= $5)`;

/** Whether agency `t` is in any group, or in one of the year given. */
export const isInGroup = (year: string | null): string =>
  year === null
    ? `(${TO} >= ${FROM} or exists (select from ${YEARS}))`
    : `(${year} between ${FROM} and ${TO} or ${year} = any (t.years))`;

const IN_YEARS = `greatest(${TO} - ${FROM} + 1, 0) + (select count(*) from ${YEARS} and (y.year < ${FROM} or y.year > ${TO}))`;

/** How many groups of agencies a root has, codes apart, and the first of these agencies. */
export interface AgencyGroups {
  readonly root: string | null;
  readonly groups: number;
  readonly agencyId: number;
}

/** Counts the groups of a question that groups by agency by what is kept of each agency, without a look at any report. */
export const agencyGroups = (manager: EntityManager, selection: Selection): Promise<AgencyGroups[]> =>
  manager.query<AgencyGroups[]>(
    `select root.code as root, min(a.id) as "agencyId",
       ${selection.groupBy.includes('YEAR') ? `sum(${IN_YEARS})::bigint` : 'count(*)'} as groups
     from ${agencies(selection)}
     join total_agency as t on t.agency_id = a.id
     where ${agencyFilter(selection)} and ${isInGroup(null)}
     group by root.code`,
    [...populationParameters(selection)],
  );
