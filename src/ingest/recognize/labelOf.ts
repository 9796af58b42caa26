import type { Section } from '../../catalog/forms.js';
import { lookUp } from '../forms/lookUp.js';
import { NUMBERED } from '../forms/numbered.js';
import type { Term } from '../forms/terms.js';
import { isForeign } from './alignRows.js';
import { rowTerm } from './gridEntries.js';
import type { Token } from './Token.js';

/** The label that belongs to a group of figures. */
export interface GroupLabel {
  readonly term: Term;
  readonly text: string;
  /** How many words after the figures are part of it (a wrapped label beside its figures). */
  readonly after: number;
}

/** A label is broken over at most so many lines or by so many blanks. */
const MOST_WORDS = 8;
const MOST_AFTER = 4;

interface Candidate extends GroupLabel {
  readonly distance: number;
}

/** 其他 and 总计 are also columns: after another column's label they are meant as such. */
function isColumn(words: readonly Token[], count: number): boolean {
  const label = words.at(-count);
  const previous = words.at(-count - 1);
  if (!label || !previous || !['其他', '总计', '合计'].includes(label.text.replace(/\s/g, ''))) return false;
  return lookUp(previous.text)?.terms.some(({ kind }) => kind === 'applicant' || kind === 'header') ?? false;
}

function* candidates(before: readonly Token[], after: readonly Token[], section: Section): Generator<Candidate> {
  const next = after.findIndex(({ text }) => NUMBERED.test(text));
  const most = Math.min(MOST_AFTER, next < 0 ? after.length : next);
  for (let more = 0; more <= most; more++) {
    const tail = after.slice(0, more).map(({ text }) => text);
    for (let count = 1; count <= Math.min(MOST_WORDS, before.length); count++) {
      const text = [...before.slice(-count).map((word) => word.text), ...tail].join('');
      const term = rowTerm(text, section);
      if (term && !(more === 0 && isColumn(before, count)))
        yield { term, text, after: more, distance: lookUp(text)?.distance ?? 0 };
    }
  }
}

function bestOf(found: Iterable<Candidate>): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of found) {
    if (candidate.distance === 0) return candidate;
    if (best === null || candidate.distance < best.distance) best = candidate;
  }
  return best;
}

/** The same past pieces of the cells beside the rows, which stand among those of the label. */
function pastBeside(before: readonly Token[], after: readonly Token[]): Candidate | null {
  const [above, below] = [before, after].map((words) => words.filter(({ text }) => isForeign(text)));
  if (!above || !below || above.length + below.length === before.length + after.length) return null;
  const label = bestOf(candidates(above, below, 'APPLICATIONS'));
  if (label?.distance !== 0) return null;
  const last = below[label.after - 1];
  return { ...label, after: last ? after.indexOf(last) + 1 : 0 };
}

/**
 * The label of a group of figures: the last words before it, or those with the first ones after it, where the label is
 * wrapped around its figures. The reading nearest to a label of the form counts, the one with fewer words after first.
 */
export function labelOf(before: readonly Token[], after: readonly Token[], section: Section): GroupLabel | null {
  const best = bestOf(candidates(before, after, section));
  if (best?.distance === 0 || section !== 'APPLICATIONS') return best;
  return pastBeside(before, after) ?? best;
}
