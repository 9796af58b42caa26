import { isFigure } from '../value.js';
import { isTab } from './partedRows.js';

/**
 * How the lines of a stretch of text show the cells of a table:
 * PIPES – cells ended by |, in whatever lines; TABS – a row a line, cells parted by tabs; TABBED – a cell a line, each
 * after a tab, rows parted by empty lines; PARTED – a cell a line, lines of a tab between them; CELLS – a cell a line; WORDS – a row a line, cells parted by blanks.
 */
export type Layout = 'PIPES' | 'TABS' | 'TABBED' | 'PARTED' | 'CELLS' | 'WORDS';

/** Tells the layout of a stretch of lines that holds a table. */
export function layoutOf(lines: readonly string[]): Layout {
  const printed = lines.filter((line) => line.trim() !== '');
  const share = (test: (line: string) => boolean): number => printed.filter(test).length / (printed.length || 1);
  if (share((line) => line.includes('|')) >= 0.3) return 'PIPES';
  if (share((line) => /\S\t/.test(line)) >= 0.3) return 'TABS';
  if (share((line) => line.startsWith('\t')) >= 0.5) return 'TABBED';
  if (lines.filter(isTab).length >= 0.3 * printed.length) return 'PARTED';
  const mixed = printed.some((line) => {
    const words = line.trim().split(/\s+/);
    return words.length > 1 && isFigure(words.at(-1) ?? '') && !isPageNumber(line) && !maybePageNumber(line);
  });
  const single = printed.some((line) => isFigure(line.trim()));
  return single && !mixed ? 'CELLS' : 'WORDS';
}

/** A line that is a page number, such as - 3 - or 第3页 共5页. A bare number is none: it may be a cell. */
export function isPageNumber(line: string): boolean {
  const text = line.trim();
  if (text.length > 24) return false;
  return (
    /^[-‐–—−·]\s*\d{1,4}\s*[-‐–—−·]$/.test(text) || /^第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?$/.test(text)
  );
}

/** A line such as 3 / 9: the third page of nine, or three cells with a dash in the second. */
export const maybePageNumber = (line: string): boolean => /^\d{1,4}\s*[/／]\s*\d{1,4}$/.test(line.trim());
