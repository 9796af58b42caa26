import type { DataSource } from 'typeorm';
import { type DisclosureCode, disclosureCode, printedDisclosures } from '../../catalog/disclosures.js';
import { FORMS } from '../../catalog/forms.js';
import type { GroupRow, GroupsAsked } from './groupRows.js';
import { groups } from './groups.js';
import { printedFigures, type PrintedTable } from './printedFigures.js';

const DISCLOSURES: PrintedTable = {
  table: 'proactive_disclosure',
  keys: [
    ['item', 'disclosure_item'],
    ['measure', 'disclosure_measure'],
  ],
  columns: [
    {
      name: 'value',
      value: 'o.value',
      unreadable: `o.state = 'UNREADABLE'`,
      blank: `o.state = 'BLANK'`,
    },
  ],
  form: 'u.disclosure_form',
  whole: 'u.disclosures_whole',
  // As text: a number of JSON would round what numeric holds exactly.
  sum: (figure) => `trim_scale(${figure})::text`,
};

export type DisclosureTotalRow = GroupRow<DisclosureCode, string>;

/** Totals of section two by group and figure; one column, an exact decimal. Unit: items, or 万元. */
export const disclosureTotals = (db: DataSource, asked: GroupsAsked<DisclosureCode>): Promise<DisclosureTotalRow[]> =>
  groups(
    db,
    asked,
    printedFigures(
      DISCLOSURES,
      FORMS.flatMap((form) =>
        printedDisclosures(form)
          .map(({ item, measure }) => ({ asked: disclosureCode({ item, measure }), form, row: [item, measure] }))
          .filter((row) => asked.codes.includes(row.asked)),
      ),
    ),
  );
