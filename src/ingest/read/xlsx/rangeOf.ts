import type { Merged } from './rowsOf.js';

const LETTERS = 26;

/** The column, from 0, of a reference such as AB12; null where it is none. */
export function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * LETTERS + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;
}

/** The cells of a reference such as A1:C3; null where it is none. */
export function rangeOf(reference: string): Merged | null {
  const [from = '', to = from] = reference.split(':', 2);
  const [left, right] = [columnOf(from), columnOf(to)];
  const [top, bottom] = [from, to].map((corner) => Number(/\d+$/.exec(corner)?.[0] ?? NaN) - 1);
  if (left === null || right === null || top === undefined || bottom === undefined) return null;
  return { top, left, bottom, right };
}
