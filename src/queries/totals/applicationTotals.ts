import type { DataSource } from 'typeorm';
import { childrenOf, type Disposition, printedDispositions } from '../../catalog/dispositions.js';
import { FORMS } from '../../catalog/forms.js';
import type { GroupRow, GroupsAsked } from './groupRows.js';
import { groups } from './groups.js';
import { countColumn, printedFigures, type PrintedRow, type PrintedTable } from './printedFigures.js';

const COLUMNS = ['natural_person', 'business', 'research', 'nonprofit', 'legal_service', 'other_organization', 'total'];

const OUTCOMES: PrintedTable = {
  table: 'application_outcome',
  keys: [['disposition', 'disposition']],
  columns: COLUMNS.map(countColumn),
  form: 'u.application_form',
  whole: 'u.applications_whole',
  sum: (figure) => `${figure}::bigint`,
};

/** The rows that stand for a code on each form: itself where it is printed, else its children. */
const rowsFor = (asked: Disposition): readonly PrintedRow[] =>
  FORMS.flatMap((form) => {
    const printed = printedDispositions(form);
    const rows = printed.includes(asked) ? [asked] : childrenOf(asked).filter((child) => printed.includes(child));
    return rows.map((row) => ({ asked, form, row: [row] }));
  });

export type ApplicationTotalRow = GroupRow<Disposition, number>;

/** Totals of section three by group and disposition; seven columns in printed order, 总计 last. Unit: applications. */
export const applicationTotals = (db: DataSource, asked: GroupsAsked<Disposition>): Promise<ApplicationTotalRow[]> =>
  groups(db, asked, printedFigures(OUTCOMES, asked.codes.flatMap(rowsFor)));
