import { collapse } from '../text/collapse.js';
import { compact } from '../text/compact.js';
import { repair } from '../text/repair.js';
import type { Document } from '../types.js';

/** Of no document is more looked at: what identifies a report stands near its front or at its end. */
const MOST_LINES = 4000;
const LONGEST = 4000;

const RADICALS = /[\u2e80-\u2fdf]/gu;

/** A line of the document, or of a cell of one of its grids. */
export class Line {
  constructor(
    /** Repaired, simplified, without white space. */
    readonly text: string,
    private readonly source: string,
    /** Its level as a heading; null where it is none. */
    readonly heading: number | null,
    readonly inGrid: boolean,
  ) {}

  /** As printed, white space collapsed; only radicals are repaired. Few lines are looked at so. */
  get printed(): string {
    return collapse(this.source.replace(RADICALS, repair));
  }
}

/** The lines of a document in reading order, cells included, blank ones left out. A spanned cell counts once. */
export function linesOf(document: Document): Line[] {
  const lines: Line[] = [];
  const add = (source: string, heading: number | null, inGrid: boolean): void => {
    const cut = source.slice(0, LONGEST);
    const text = compact(cut);
    if (text !== '' && lines.length < MOST_LINES) lines.push(new Line(text, cut, heading, inGrid));
  };
  for (const block of document.blocks) {
    if (lines.length >= MOST_LINES) break;
    if (block.kind === 'paragraph') add(block.text, block.heading, false);
    else
      block.rows.forEach((row, at) =>
        row.forEach((cell, column) => {
          if (cell.row !== at || cell.column !== column || cell.text === '') return;
          if (cell.text.includes('\n')) for (const part of cell.text.split('\n')) add(part, null, true);
          else add(cell.text, null, true);
        }),
      );
  }
  return lines;
}
