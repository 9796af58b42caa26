import { hash } from 'node:crypto';
import { repair } from '../text/repair.js';
import type { Report } from '../types.js';
import { flatten } from '../../flatten.js';

/** Hexadecimal digits for the figures, as many again for the narrative. */
const DIGITS = 32;

const digest = (lines: readonly string[]): string => hash('sha256', lines.join('\n')).slice(0, DIGITS);

/** Letters and digits alone: blanks, line breaks and punctuation differ between a page and its PDF. */
const normalize = (text: string): string => repair(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Of the figures and the normalized narrative: documents that agree in it are one revision with several sources. */
export function fingerprint({ tables, narrative }: Pick<Report, 'tables' | 'narrative'>): string {
  const figures = flatten(
    Object.values(tables).map(({ section, form, figures }) => [
      `${section} ${form}`,
      ...figures.map(({ place, value, state }) => `${place} ${value ?? state}`),
    ]),
  );
  const text = flatten(narrative.map(({ heading, text }) => [normalize(heading), normalize(text)]));
  return digest(figures) + digest(text);
}

/** Whether two fingerprints are of equal figures, whatever the narrative. */
export const equalFigures = (one: string, other: string): boolean => one.slice(0, DIGITS) === other.slice(0, DIGITS);
