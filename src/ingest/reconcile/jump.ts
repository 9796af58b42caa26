import { DISCLOSURES, formsOfDisclosure } from '../../catalog/disclosures.js';
import { FORMS } from '../../catalog/forms.js';
import { decimal, disclosureCell, disclosureValue, outcomeRow, outcomeValue } from './printed.js';
import type { Rule } from './Rule.js';

/** How many times as much, or as little, is a jump, and what the larger figure must at least be. */
const TIMES = 5;
const LEAST = 30;

const isJump = `chain.expected > 0 and greatest(chain.expected, chain.actual) >= ${LEAST}
  and (chain.actual > ${TIMES} * chain.expected or ${TIMES} * chain.actual < chain.expected)`;

const decided = DISCLOSURES.filter(({ measure }) => measure === 'DECISIONS').map(
  (cell) => `('${cell.item}'::disclosure_item, ${formsOfDisclosure(cell).length === FORMS.length})`,
);

/** RECEIVED, TOTAL_HANDLED (总计) or DECISIONS is over 5 times or under 1/5 of last year's. */
export const jump: Rule = {
  code: 'JUMP',
  sql: `
    select
      p.agency_id, p.this_id as report_id, 'APPLICATIONS/' || d.disposition || '/TOTAL' as place,
      ${decimal('chain.expected')} as expected, ${decimal('chain.actual')} as actual
    from pair as p
    cross join (values ('RECEIVED'::disposition), ('TOTAL_HANDLED')) as d (disposition)
    ${outcomeRow('before', 'last', 'd.disposition')}
    ${outcomeRow('after', 'this', 'd.disposition')}
    cross join lateral (values (
      ${outcomeValue('before', 'last', 'total')}::bigint, ${outcomeValue('after', 'this', 'total')}::bigint))
      as chain (expected, actual)
    where ${isJump}
    union all
    select
      p.agency_id, p.this_id, 'DISCLOSURES/' || i.item || '/DECISIONS',
      ${decimal('chain.expected')}, ${decimal('chain.actual')}
    from pair as p
    cross join (values ${decided.join(', ')}) as i (item, on_both_forms)
    ${disclosureCell('before', 'last', 'i.item', 'DECISIONS')}
    ${disclosureCell('after', 'this', 'i.item', 'DECISIONS')}
    cross join lateral (values (${disclosureValue('before', 'last')}, ${disclosureValue('after', 'this')}))
      as chain (expected, actual)
    where (i.on_both_forms or p.this_disclosure_form = 'FORM_2019' and p.last_disclosure_form = 'FORM_2019')
      and ${isJump}`,
};
