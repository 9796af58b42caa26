import { DISCLOSURES } from '../../catalog/disclosures.js';
import { decimal, disclosureCell, disclosureValue } from './printed.js';
import type { Rule } from './Rule.js';

const items = DISCLOSURES.filter(({ measure }) => measure === 'PREVIOUS_ITEMS').map(
  ({ item }) => `('${item}'::disclosure_item)`,
);

/** 上一年项目数量 + 本年增/减 of 2019 is not 上一年项目数量 of 2020, the only years whose form asks for them. */
export const itemChain: Rule = {
  code: 'ITEM_CHAIN',
  sql: `
    select
      p.agency_id, p.this_id as report_id, 'DISCLOSURES/' || i.item || '/PREVIOUS_ITEMS' as place,
      ${decimal('chain.expected')} as expected, ${decimal('chain.actual')} as actual
    from pair as p
    cross join (values ${items.join(', ')}) as i (item)
    ${disclosureCell('before', 'last', 'i.item', 'PREVIOUS_ITEMS')}
    ${disclosureCell('change', 'last', 'i.item', 'CHANGE')}
    ${disclosureCell('previous', 'this', 'i.item', 'PREVIOUS_ITEMS')}
    cross join lateral (values (
      ${disclosureValue('before', 'last')} + ${disclosureValue('change', 'last')},
      ${disclosureValue('previous', 'this')})) as chain (expected, actual)
    where p.year = 2020 and p.this_disclosure_form = 'FORM_2019' and p.last_disclosure_form = 'FORM_2019'
      and chain.expected <> chain.actual`,
};
