import { distance } from '../text/distance.js';
import { labelText, type LabelText } from '../text/labelText.js';
import { TERMS, type Term } from './terms.js';

/** What a printed text was recognized as. */
export interface Found {
  /** All meanings of the nearest label. */
  readonly terms: readonly Term[];
  /** Characters by which the printed text differs from it. */
  readonly distance: number;
  readonly label: LabelText;
}

const MEANINGS = new Map<string, Term[]>();
for (const [text, term] of TERMS) MEANINGS.set(text, [...(MEANINGS.get(text) ?? []), term]);
const LABELS = [...MEANINGS.keys()];
const LONGEST = Math.max(...LABELS.map((label) => label.length));

const toleranceOf = (length: number): number =>
  length <= 3 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : length < 20 ? 3 : 5;

/** How many characters of a label may be wrong, missing or added: none in the shortest, three in the longer ones. */
export const tolerance = (label: string): number => toleranceOf(label.length);
const MOST = Math.max(...LABELS.map(tolerance));
const CHARACTERS = new Map(LABELS.map((label) => [label, new Set(label)]));

/** Whether a text has more characters that a label has not than there may be edits. */
function isFar(key: string, label: string, limit: number): boolean {
  const characters = CHARACTERS.get(label);
  if (Math.abs(label.length - key.length) > limit) return true;
  let foreign = Math.max(0, label.length - key.length);
  for (const character of key) if (characters?.has(character) !== true && ++foreign > limit) return true;
  return foreign > limit;
}

const sameMeaning = (a: string, b: string): boolean =>
  (MEANINGS.get(a) ?? []).some(({ kind, code }) =>
    (MEANINGS.get(b) ?? []).some((other) => other.kind === kind && other.code === code),
  );

/** The one label nearest to a text within tolerance; null where there is none, or where two are equally near. */
function nearest(key: string): { label: string; distance: number } | null {
  if (MEANINGS.has(key)) return { label: key, distance: 0 };
  let best: string | null = null;
  let least = toleranceOf(key.length + MOST);
  let rival = false;
  for (const label of LABELS) {
    if (isFar(key, label, least)) continue;
    const cost = distance(key, label, least);
    if (cost > least) continue;
    if (best === null || cost < least) {
      rival = false;
      best = label;
      least = cost;
    } else if (!sameMeaning(best, label)) rival = true;
  }
  return best === null || rival || least > tolerance(best) ? null : { label: best, distance: least };
}

/**
 * Rejects a label that is misspelt and numbered as another row besides. 其他 is a row and, numbered (六), the parent of it.
 */
function marked(term: Term, { key, mark }: LabelText, cost: number): boolean {
  if (term.kind !== 'disposition') return true;
  if (key === '其他') return (term.code === 'OTHER_HANDLING') === (mark === '(六)');
  return cost === 0 || mark === null || term.mark === mark;
}

const HAN = /[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff]/;
const CACHE = new Map<string, Found | null>();
const CACHE_SIZE = 20_000;

/** Recognizes one label of either form; null for any other text. Tolerant of typos, never crossing to another label. */
export function lookUp(text: string): Found | null {
  if (text.length > 4 * LONGEST || !HAN.test(text)) return null;
  const known = CACHE.get(text);
  if (known !== undefined) return known;
  const label = labelText(text);
  const match = label.key === '' || label.key.length > LONGEST + 5 ? null : nearest(label.key);
  const terms = match ? (MEANINGS.get(match.label) ?? []).filter((term) => marked(term, label, match.distance)) : [];
  const found = match && terms.length > 0 ? { terms, distance: match.distance, label } : null;
  if (CACHE.size >= CACHE_SIZE) CACHE.clear();
  CACHE.set(text, found);
  return found;
}
