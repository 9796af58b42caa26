import type { ClassEffects } from './classEffects.js';
import { effectOf, type Effect } from './effectOf.js';

/** What elements do to text by themselves. What is struck out is no part of what stands beside it. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  sup: 'above',
  rt: 'above',
  sub: 'below',
  del: 'struck',
  s: 'struck',
  strike: 'struck',
};
/** Words of cells. */
const WORDS = new Set(['span', 'font', 'b', 'i', 'em', 'strong', 'u', 'a']);
const CELLS = new Set(['tr', 'td', 'th']);
/** With rows and cells they can be taken out. What is larger, a script may show: pages keep whole articles so. */
const CONCEALABLE = new Set([...CELLS, 'p', ...WORDS]);

/** What an element does to the text in it: by itself, by its style, by its classes; null where nothing. */
export function effectOn(
  name: string,
  { style, hidden, class: own }: Readonly<Record<string, string>>,
  classes: ClassEffects,
  inTable: boolean,
): Effect | null {
  const usual = EFFECTS[name] ?? null;
  if (style === undefined && hidden === undefined && own === undefined) return usual;
  const effect = hidden === undefined ? (effectOf(style ?? '') ?? effectOfClasses(name, own, classes)) : 'gone';
  if (effect === null || effect === 'struck') return effect ?? usual;
  if (effect === 'gone' || effect === 'invisible') return inTable && CONCEALABLE.has(name) ? effect : usual;
  return WORDS.has(name) ? effect : usual;
}

/** A rule that nobody is sure to have the last word takes rows and cells out; the words of a cell it makes doubtful. */
function effectOfClasses(name: string, own: string | undefined, classes: ClassEffects): Effect | null {
  for (const each of own?.trim().split(/\s+/) ?? []) {
    const effect = classes.get(`${name}.${each}`) ?? classes.get(`.${each}`) ?? null;
    if (effect !== null) return effect === 'gone' && !CELLS.has(name) ? 'invisible' : effect;
  }
  return null;
}
