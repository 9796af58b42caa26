import { APPLICANT_CODES } from '../../catalog/applicants.js';
import { lookUp } from '../forms/lookUp.js';
import type { Line } from '../Match.js';
import { isFigure } from '../value.js';

const ORGANIZATIONS: readonly (string | null)[] = APPLICANT_CODES.filter((code) => code !== 'NATURAL_PERSON');

/** The kind of organization that the header of a column names; -1 for any other word. 3.其他 is a row. */
function organizationIn(word: string): number {
  const found = lookUp(word);
  if (found === null || found.distance > 0 || found.label.mark !== null) return -1;
  const term = found.terms.find(({ kind }) => kind === 'applicant');
  return ORGANIZATIONS.indexOf(term?.code ?? null);
}

/** The words of a table before its first figure. */
function headOf(lines: readonly Line[]): string[] {
  const words: string[] = [];
  for (const line of lines)
    for (const word of line.table === null ? line.text.split(/[|\s]+/) : line.words) {
      if (isFigure(word)) return words;
      words.push(word);
    }
  return words;
}

/**
 * Whether the headers of section three, before its first figure, name its five kinds of organizations in another order
 * than the form: then only a header above a figure tells whose it is.
 */
export function areReordered(lines: readonly Line[]): boolean {
  const named = headOf(lines)
    .map(organizationIn)
    .filter((column) => column >= 0)
    .slice(0, ORGANIZATIONS.length);
  return new Set(named).size === ORGANIZATIONS.length && named.some((column, at) => column !== at);
}
