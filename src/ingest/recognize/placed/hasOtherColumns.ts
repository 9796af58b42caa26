import type { Form, Section } from '../../../catalog/forms.js';
import { widthOf } from '../../forms/widthOf.js';
import { rowTerm } from '../gridEntries.js';
import type { Placed } from './Placed.js';
import type { PlacedLine } from './placedEntries.js';
import { isValue } from './rowsOf.js';

/** What a line names the row of its section, and where; none for a line of figures alone. */
const namesIn = ({ words }: PlacedLine, section: Section): { code: string; word: Placed }[] =>
  words.flatMap((word) => {
    const term = isValue(word) ? null : rowTerm(word.text, section);
    return term?.code ? [{ code: term.code, word }] : [];
  });

/** Whether a row of the form is named twice in one line: two tables stand beside each other. */
function namesTwice(line: PlacedLine, section: Section): boolean {
  const codes = namesIn(line, section).map(({ code }) => code);
  return new Set(codes).size < codes.length;
}

/** Whether a row prints more figures than the form has columns. */
function isTooLong(line: PlacedLine, section: Section, form: Form): boolean {
  const [name] = namesIn(line, section);
  const term = name ? rowTerm(name.word.text, section) : null;
  const behind = line.words.filter((word) => isValue(word) && word.left >= (name?.word.right ?? 0));
  return term !== null && behind.length > widthOf(section, form, term);
}

/**
 * Whether a table without ruling lines has columns that are none of the form. A row with as many figures as the form has
 * columns is then none that is known: some cell is blank, and nobody knows which.
 */
export const hasOtherColumns = (lines: readonly PlacedLine[], section: Section, form: Form): boolean =>
  lines.some((line) => namesTwice(line, section) || isTooLong(line, section, form));
