import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import type { Form } from '../../catalog/forms.js';
import { rowPlaces } from '../forms/rowPlaces.js';
import type { Entry, Spare } from '../Match.js';
import { assignCells, meaning } from './assignCells.js';
import type { Locator } from './Locator.js';

const columnOf = meaning((term) => (term.kind === 'applicant' ? APPLICANT_COLUMNS.indexOf(term.code) : -1));

/** Locates the cells of section three. */
export function locateApplications(entries: readonly Entry[], form: Form, spare: Spare, locator: Locator): void {
  for (const entry of entries) {
    if (entry.term?.kind !== 'disposition') continue;
    const { code } = entry.term;
    const row = `APPLICATIONS/${code}`;
    const assigned = entry.ambiguous ? null : assignCells(entry, APPLICANT_COLUMNS.length, columnOf, spare);
    locator.row(row, rowPlaces(row, form), assigned, entry);
  }
}
