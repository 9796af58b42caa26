import { strokeThrough } from '../../text/struck.js';
import { UNTOLD } from '../untold.js';

/** What the style of a whole cell does to what stands in it: white is white on nothing. */
export type Effect = 'struck' | 'white';

const FIGURE = /^[^\p{Script=Han}]*\d[^\p{Script=Han}]*$/u;

/** What is seen of a cell: a figure in white is not; words may be white on what a table or a rule fills. */
export function asStyled(text: string, effect: Effect | null): string {
  if (effect === 'white' && FIGURE.test(text)) return UNTOLD;
  return effect === 'struck' ? strokeThrough(text) : text;
}
