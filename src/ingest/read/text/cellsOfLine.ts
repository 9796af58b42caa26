import type { LooseCell } from '../grid.js';
import { cellOf } from './TextTable.js';

/** A cell without what only marks it up: bold words, escaped signs. */
export const plainOf = (cell: string): string =>
  cell
    .replace(/<br\s?\/?>/gi, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('**', '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .trim();

/**
 * The cells of a line that are parted by pipes.
 * @param enclosed whether the line begins and ends with a pipe
 */
export const cellsOfLine = (line: string, enclosed: boolean): LooseCell[] =>
  (enclosed ? line.trim().replace(/^\|/, '').replace(/\|$/, '') : line).split('|').map((text) => cellOf(plainOf(text)));
