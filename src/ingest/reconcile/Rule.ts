import { type FindingCode, FINDINGS } from '../../catalog/findings.js';

/** A check between two reports, in SQL. */
export interface Rule {
  readonly code: FindingCode;
  /** A query of the defects: `agency_id, report_id, place, expected, actual`. A blank operand raises none. */
  readonly sql: string;
}

/** All defects of some rules in one query, each with its code and severity. */
export const foundBy = (rules: readonly Rule[]): string =>
  rules
    .map(
      ({ code, sql }) =>
        `select '${code}' as code, '${FINDINGS[code].severity}'::severity as severity, ${code}.* from (${sql}) as ${code}`,
    )
    .join('\n union all ');

/** The list of their codes, as text of an array. */
export const codesOf = (rules: readonly Pick<Rule, 'code'>[]): string => `{${rules.map(({ code }) => code).join(',')}}`;
