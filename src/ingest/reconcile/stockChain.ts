import { DISCLOSURES } from '../../catalog/disclosures.js';
import { decimal, disclosureCell, disclosureValue } from './printed.js';
import type { Rule } from './Rule.js';

const items = DISCLOSURES.filter(({ measure }) => measure === 'IN_FORCE').map(
  ({ item }) => `('${item}'::disclosure_item)`,
);

/** 现行有效 is not that of last year + 制发 − 废止; both years in the 2021 form of section two. */
export const stockChain: Rule = {
  code: 'STOCK_CHAIN',
  sql: `
    select
      p.agency_id, p.this_id as report_id, 'DISCLOSURES/' || i.item || '/IN_FORCE' as place,
      ${decimal('chain.expected')} as expected, ${decimal('chain.actual')} as actual
    from pair as p
    cross join (values ${items.join(', ')}) as i (item)
    ${disclosureCell('before', 'last', 'i.item', 'IN_FORCE')}
    ${disclosureCell('issued', 'this', 'i.item', 'ISSUED')}
    ${disclosureCell('repealed', 'this', 'i.item', 'REPEALED')}
    ${disclosureCell('in_force', 'this', 'i.item', 'IN_FORCE')}
    cross join lateral (values (
      ${disclosureValue('before', 'last')} + ${disclosureValue('issued', 'this')} - ${disclosureValue('repealed', 'this')},
      ${disclosureValue('in_force', 'this')})) as chain (expected, actual)
    where p.this_disclosure_form = 'FORM_2021' and p.last_disclosure_form = 'FORM_2021'
      and chain.expected <> chain.actual`,
};
