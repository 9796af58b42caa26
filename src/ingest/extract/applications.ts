import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import type { Form } from '../../catalog/forms.js';
import { rowPlaces } from '../forms/rowPlaces.js';
import type { Entry, Piece, Spare } from '../Match.js';
import { assignCells, meaning, namedIn, type NamedColumn } from './assignCells.js';
import type { Locator } from './Locator.js';

const columnOf = meaning((term) => (term.kind === 'applicant' ? APPLICANT_COLUMNS.indexOf(term.code) : -1));

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
    const assigned = entry.ambiguous ? null : assignCells(entry, APPLICANT_COLUMNS.length, headers, spare);
    locator.row(row, rowPlaces(row, form), assigned, entry);
  }
}
