import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { decimal, outcomeRow, outcomeValue } from './printed.js';
import type { Rule } from './Rule.js';

const values = APPLICANT_COLUMNS.map((code) => {
  const column = code.toLowerCase();
  return `('${code}', ${outcomeValue('carried_out', 'last', column)}, ${outcomeValue('carried_in', 'this', column)})`;
});

/** 结转下年度 of last year is not 上年结转 of this, by column. */
export const carryOverChain: Rule = {
  code: 'CARRY_OVER_CHAIN',
  sql: `
    select
      p.agency_id, p.this_id as report_id, 'APPLICATIONS/CARRIED_IN/' || chain.applicant as place,
      ${decimal('chain.expected')} as expected, ${decimal('chain.actual')} as actual
    from pair as p
    ${outcomeRow('carried_out', 'last', `'CARRIED_OUT'`)}
    ${outcomeRow('carried_in', 'this', `'CARRIED_IN'`)}
    cross join lateral (values ${values.join(', ')}) as chain (applicant, expected, actual)
    where chain.expected <> chain.actual`,
};
