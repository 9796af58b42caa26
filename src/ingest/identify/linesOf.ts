import { collapse } from '../text/collapse.js';
import { repair } from '../text/repair.js';
import type { Document } from '../types.js';
import { compact } from '../text/labelText.js';

/** A line of the document, or of a cell of one of its grids. */
export interface Line {
  /** Repaired, simplified, without white space. */
  readonly text: string;
  /** As printed, white space collapsed; only radicals are repaired. */
  readonly printed: string;
  readonly heading: boolean;
  readonly inGrid: boolean;
}

/** Of no document is more looked at: what identifies a report stands near its front or at its end. */
const MOST_LINES = 4000;
const LONGEST = 4000;

const RADICALS = /[\u2e80-\u2fdf]/gu;
const printedOf = (text: string): string => collapse(text.replace(RADICALS, repair));

function lineOf(text: string, heading: boolean, inGrid: boolean): Line | null {
  const cut = text.slice(0, LONGEST);
  const compacted = compact(cut);
  return compacted === '' ? null : { text: compacted, printed: printedOf(cut), heading, inGrid };
}

/** The lines of a document in reading order, cells included, blank ones left out. A spanned cell counts once. */
export function linesOf(document: Document): Line[] {
  const lines: Line[] = [];
  for (const block of document.blocks) {
    if (lines.length >= MOST_LINES) break;
    if (block.kind === 'paragraph') {
      const line = lineOf(block.text, block.heading !== null, false);
      if (line) lines.push(line);
      continue;
    }
    const cells = new Set(block.rows.flat());
    for (const cell of cells)
      for (const part of cell.text.split('\n')) {
        const line = lineOf(part, false, true);
        if (line && lines.length < MOST_LINES) lines.push(line);
      }
  }
  return lines;
}
