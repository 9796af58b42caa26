import type { Section } from '../../../catalog/forms.js';
import { NUMBERED } from '../../forms/numbered.js';
import type { Term } from '../../forms/terms.js';
import { isForeign } from '../alignRows.js';
import type { Header } from './headersOf.js';
import { labelsOf } from './labelsOf.js';
import type { Placed } from './Placed.js';
import { isIn, isValue, rowsOf, type PlacedRow } from './rowsOf.js';

/** What begins a row that a site adds to the form, and no rest of a label. */
const BEGINS = new RegExp(`${NUMBERED.source}|^其中|^其他主动公开`);

/**
 * The rows below headers: words that begin to the left of the first header are labels, but for figures, and for what stands
 * behind a label in its lines: a cell that is no figure.
 */
export function readRows(
  headers: readonly Header[],
  words: readonly Placed[],
  section: Section,
  isRow: (term: Term) => boolean,
): PlacedRow[] {
  const edge = headers[0]?.left ?? 0;
  const isBeside = (word: Placed): boolean => word.left < edge && !isValue(word);
  const labels = labelsOf(words.filter(isBeside), section, isRow);
  const isBehind = (word: Placed): boolean => labels.some((label) => isIn(label, word) && word.left >= label.right);
  const cells = words.filter((word) => !isBeside(word) || isBehind(word));
  const isOther = (word: Placed): boolean =>
    isBeside(word) && BEGINS.test(word.text) && isForeign(word.text) && !labels.some((label) => isIn(label, word));
  return rowsOf(headers, labels, cells, words.filter(isOther));
}
