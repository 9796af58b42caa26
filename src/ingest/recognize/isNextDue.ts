import type { Disposition } from '../../catalog/dispositions.js';
import { lookUp } from '../forms/lookUp.js';
import { isForeign } from './alignRows.js';
import { rowTerm } from './gridEntries.js';
import type { Token } from './Token.js';

/** A label is broken over at most so many words. */
const MOST_WORDS = 8;

/** The first label of a row of the form among words, as the form has it; null where there is none. */
function firstLabel(words: readonly Token[], order: readonly Disposition[]): Disposition | null {
  for (let start = 0; start < words.length; start++)
    for (let end = start + 1; end <= Math.min(words.length, start + MOST_WORDS); end++) {
      const text = words.slice(start, end).map((word) => word.text);
      const term = rowTerm(text.join(''), 'APPLICATIONS');
      if (term?.kind === 'disposition' && order.includes(term.code) && lookUp(text.join(''))?.distance === 0)
        return term.code;
    }
  return null;
}

/**
 * Whether what follows the figures of a row begins with the label of the row that is due. Where that one is not there, figures
 * that stand apart from the label above them may be its own.
 * @param after the words between these figures and the next
 * @param order the rows of the form
 */
export function isNextDue(row: Disposition, after: readonly Token[], order: readonly Disposition[]): boolean {
  const due = order[order.indexOf(row) + 1];
  if (due === undefined || firstLabel(after, order) === due) return true;
  // Pieces of the cells beside the rows may stand among those of a label that is wrapped around its figures.
  const own = after.filter(({ text }) => isForeign(text));
  return own.length < after.length && firstLabel(own, order) === due;
}
