import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import type { Form } from '../../catalog/forms.js';
import { rowPlaces } from '../forms/rowPlaces.js';
import type { Entry, Piece, Spare } from '../Match.js';
import { addsUp } from '../recognize/addsUp.js';
import { assignCells, meaning, namedIn, type Assigned, type NamedColumn } from './assignCells.js';
import type { Locator } from './Locator.js';

const columnOf = meaning((term) => (term.kind === 'applicant' ? APPLICANT_COLUMNS.indexOf(term.code) : -1));

/**
 * A row that adds up in the order of the form, and not in that of its headers, is in the order of the form: pages that
 * forget the spans of headers shift them against each other.
 */
function inOrder({ cells }: Entry, assigned: Assigned): Assigned {
  const whole = assigned !== null && cells.length === APPLICANT_COLUMNS.length;
  return whole && addsUp(cells) && !addsUp(assigned) ? cells : assigned;
}

/** Locates the cells of section three. */
export function locateApplications(entries: readonly Entry[], form: Form, spare: Spare, locator: Locator): void {
  // The rows of a table have its headers in common.
  const known = new Map<readonly Piece[], readonly NamedColumn[]>();
  for (const entry of entries) {
    if (entry.term?.kind !== 'disposition') continue;
    const { code } = entry.term;
    const row = `APPLICATIONS/${code}`;
    const headers = known.get(entry.headers) ?? namedIn(entry.headers, columnOf);
    known.set(entry.headers, headers);
    const assigned = entry.ambiguous
      ? null
      : inOrder(entry, assignCells(entry, APPLICANT_COLUMNS.length, headers, spare));
    locator.row(row, rowPlaces(row, form), assigned, entry);
  }
}
