import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { printedDispositions } from '../../catalog/dispositions.js';
import type { Form } from '../../catalog/forms.js';
import { NUMBERED } from '../forms/numbered.js';
import { isBalancedRow, isForeign } from './alignRows.js';
import { brokenOf } from './brokenOf.js';
import { isOutOfColumns, strayRows, type Columns } from './columnsOfPages.js';
import type { Group } from './groupsOf.js';
import { isNextDue } from './isNextDue.js';
import type { GroupLabel } from './labelOf.js';

const WIDTH = APPLICANT_COLUMNS.length;

/** A group of figures and its label, without the words that the label before it ends with. */
export interface Labelled {
  readonly group: Group;
  readonly label: GroupLabel | null;
}

/** Whether figures stand beside a label of their own, one of ours or another, and not a group's or the rest of one. */
function beginRow({ group, label }: Labelled, form: Form): boolean {
  const isRow = label?.term.kind === 'disposition' && printedDispositions(form).includes(label.term.code);
  return isRow || group.before.some(({ text }) => NUMBERED.test(text) && isForeign(text));
}

/** The rows that may be broken within figures. */
function brokenRows(rows: readonly Labelled[], form: Form): Set<Group> {
  const begin = rows.map((row) => beginRow(row, form));
  const broken = brokenOf(
    rows.map(({ group }) => group),
    begin,
    isBalancedRow,
  );
  rows.forEach(({ group }, at) => {
    const next = rows[at + 1];
    // Figures too few for a row, beside no label, may be its rest in ways that are not foreseen.
    const isOdd = next !== undefined && !begin[at + 1] && next.group.cells.length < WIDTH;
    if (isOdd && !isBalancedRow(group.cells)) broken.add(group);
  });
  return broken;
}

/** The rows beside whose figures the label of the row above ends, if that has too few: a number has come into the label. */
const claimedByLabels = (rows: readonly Labelled[], groups: readonly Group[]): Group[] =>
  rows.flatMap(({ group, label }, at) => {
    const [next, words] = [rows[at + 1]?.group, groups[at + 1]?.before ?? []];
    const ends = words.slice(0, label?.after ?? 0);
    const isClaimed = group.cells.length < WIDTH && ends.some(({ line }) => line === next?.cells[0]?.line);
    return next && isClaimed ? [next] : [];
  });

/** The rows whose figures may be those of other rows or columns. */
export function doubtfulRows(
  rows: readonly Labelled[],
  groups: readonly Group[],
  columns: Columns,
  form: Form,
): Set<Group> {
  const doubtful = brokenRows(rows, form);
  // Only where rows leave out blank cells may one have a figure too many.
  const leaveOut = rows.some(({ label, group }) => label !== null && group.cells.length < WIDTH);
  for (const { group } of rows) if (leaveOut && isOutOfColumns(group, columns)) doubtful.add(group);
  if (leaveOut) for (const group of strayRows(rows.map((row) => row.group))) doubtful.add(group);
  const order = printedDispositions(form);
  rows.forEach(({ group, label }, at) => {
    const isBeside = group.before.some(({ line }) => line === group.cells[0]?.line);
    const code = label?.term.kind === 'disposition' ? label.term.code : null;
    // The label below may be wrapped around its figures.
    const after = groups.slice(at + 1, at + 3).flatMap(({ before }) => before);
    if (!isBeside && code && !isNextDue(code, after, order)) doubtful.add(group);
  });
  for (const group of claimedByLabels(rows, groups)) doubtful.add(group);
  return doubtful;
}
