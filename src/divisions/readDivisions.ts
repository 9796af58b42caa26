import { readFileSync } from 'node:fs';
import { root } from '../root.js';
import type { Division } from './Division.js';
import { parseDivisions } from './parseDivisions.js';

let divisions: readonly Division[] | undefined;

/** The divisions of China from the repository's data/divisions/divisions.csv, in order of code; the file is read once. */
export function readDivisions(): readonly Division[] {
  divisions ??= parseDivisions(readFileSync(new URL('data/divisions/divisions.csv', root), 'utf8'));
  return divisions;
}
