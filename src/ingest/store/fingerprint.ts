import { createHash } from 'node:crypto';
import { repair } from '../text/repair.js';
import type { Report } from '../types.js';

/** Hexadecimal digits for the figures, as many again for the narrative. */
const DIGITS = 32;

const digest = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, DIGITS);

/** Letters and digits alone: blanks, line breaks and punctuation differ between a page and its PDF. */
const normalize = (text: string): string => repair(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Of the figures and the normalized narrative: documents that agree in it are one revision with several sources. */
export function fingerprint({ tables, narrative }: Pick<Report, 'tables' | 'narrative'>): string {
  const figures = Object.values(tables).flatMap(({ section, form, figures }) => [
    `${section} ${form}`,
    ...figures.map(({ place, value, state }) => `${place} ${value ?? state}`),
  ]);
  const text = narrative.flatMap(({ heading, text }) => [normalize(heading), normalize(text)]);
  return digest(figures) + digest(text);
}

/** Whether two fingerprints are of equal figures, whatever the narrative. */
export const equalFigures = (one: string, other: string): boolean => one.slice(0, DIGITS) === other.slice(0, DIGITS);
