import type { Section } from '../../../catalog/forms.js';
import { lookUp } from '../../forms/lookUp.js';
import { NUMBERED } from '../../forms/numbered.js';
import type { Term } from '../../forms/terms.js';
import { rowTerm } from '../gridEntries.js';
import { overlap, spanOf, type Placed, type Span } from './Placed.js';

/** The label of a row, in one line or wrapped. */
export interface RowLabel {
  readonly term: Term;
  readonly text: string;
  readonly words: readonly Placed[];
  /** Its highest and its lowest base line. */
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

/** A label is wrapped into so many lines at most. */
const MOST_LINES = 16;
/** Share of the size by which the base lines of a wrapped label are apart at most. */
const LEADING = 2.4;
/** A word and those that may be its rest: each right below the one before it. */
function runFrom(words: readonly Placed[], start: number): Placed[] {
  const run: Placed[] = [];
  let span: Span = { left: Infinity, right: -Infinity };
  for (let index = start; index < words.length && run.length < MOST_LINES; index++) {
    const [word, last] = [words[index]!, run.at(-1)];
    if (last && word.at - last.at > LEADING * last.size) break;
    if (last && (word.at <= last.at || !overlap(span, word))) continue;
    if (last && NUMBERED.test(word.text)) break;
    run.push(word);
    span = { left: Math.min(span.left, word.left), right: Math.max(span.right, word.right) };
  }
  return run;
}

/** The row that the beginning of a run names: nearest to the label of the form, and of these the longest. */
function labelIn(run: readonly Placed[], section: Section): RowLabel | null {
  let best: RowLabel | null = null;
  let least = Infinity;
  for (let count = 1; count <= run.length; count++) {
    const words = run.slice(0, count);
    const text = words.map((word) => word.text).join('');
    const term = rowTerm(text, section);
    const distance = lookUp(text)?.distance ?? 0;
    if (term === null || distance > least) continue;
    const [top, bottom] = [words[0]?.at ?? 0, words.at(-1)?.at ?? 0];
    best = { term, text, words, top, bottom, right: spanOf(words).right };
    least = distance;
  }
  return best;
}

/**
 * The labels of rows among the words beside the figures, from top to bottom.
 * @param isRow whether a term is a row of the table
 */
export function labelsOf(words: readonly Placed[], section: Section, isRow: (term: Term) => boolean): RowLabel[] {
  const sorted = words.toSorted((a, b) => a.at - b.at || a.left - b.left);
  const used = new Set<Placed>();
  const labels: RowLabel[] = [];
  sorted.forEach((word, at) => {
    if (used.has(word)) return;
    const label = labelIn(runFrom(sorted, at), section);
    if (label === null) return;
    label.words.forEach((own) => used.add(own));
    if (isRow(label.term)) labels.push(label);
  });
  return labels;
}
