import { lookUp } from '../forms/lookUp.js';
import type { Piece } from '../Match.js';
import { isFigure, isFigureWithNote } from '../value.js';
import { isPageNumber, type Layout } from './layoutOf.js';

/** A word or cell of running text. */
export interface Token extends Piece {
  readonly kind: 'text' | 'figure' | 'blank';
  /** Number of its line within the stretch. */
  readonly line: number;
}

/** A line of running text with its number in the document. */
export interface TextLine {
  readonly text: string;
  readonly page: number | null;
}

const toToken = (kind: Token['kind'], text: string, line: number, page: number | null): Token => ({
  kind,
  text,
  line,
  position: { page, table: null, row: null, column: null },
  columns: null,
});
const kindOf = (text: string): Token['kind'] => (isFigure(text) || isFigureWithNote(text) ? 'figure' : 'text');

/** Whether rows begin with a pipe that ends no cell. */
function beginsWithPipe(lines: readonly TextLine[]): boolean {
  const labelled = lines.filter(({ text }) => text.includes('|') && /\p{Script=Han}/u.test(text));
  return labelled.filter(({ text }) => text.trimStart().startsWith('|')).length > 0.7 * labelled.length;
}

/** What is longer than any label with its notes is prose that no pipe ends. */
const LONGEST_CELL = 400;

/** Cells ended by |; what has none goes on in the next line, a lone | is a blank cell. */
function pipeTokens(lines: readonly TextLine[]): Token[] {
  const tokens: Token[] = [];
  const leading = beginsWithPipe(lines);
  let open = '';
  lines.forEach(({ text, page }, line) => {
    const parts = text.split('|');
    if (leading && open === '' && parts[0]?.trim() === '') parts.shift();
    parts.forEach((part, index) => {
      open = `${open} ${part}`.trim();
      if (index === parts.length - 1 && open.length <= LONGEST_CELL) return;
      tokens.push(toToken(open === '' ? 'blank' : kindOf(open), open, line, page));
      open = '';
    });
  });
  if (open !== '') tokens.push(toToken(kindOf(open), open, lines.length, null));
  return tokens;
}

/** Joins what stands in brackets to one word: （其中修订 16 件）. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let depth = 0;
  for (const word of text.trim().split(/\s+/)) {
    if (word === '') continue;
    if (depth > 0) words.push(`${words.pop() ?? ''} ${word}`);
    else words.push(word);
    for (const character of word)
      depth = Math.max(0, depth + ('（(['.includes(character) ? 1 : '）)]'.includes(character) ? -1 : 0));
  }
  // A bracket that the line leaves open belongs to a label that goes on below: its words stay words.
  return depth > 0 ? text.trim().split(/\s+/) : words;
}

/** A label with its figures run on to it: 规章000. */
function unglue(words: string[]): string[] {
  const [, label = '', digits = ''] = /^(.*[^\d.,])(\d+)$/.exec(words.at(-1) ?? '') ?? [];
  return lookUp(label)?.terms.some(({ kind }) => kind === 'item' || kind === 'disposition')
    ? [...words.slice(0, -1), label, digits]
    : words;
}

/** Figures are the last words of a line; a number before other words is part of a label. */
function wordTokens(lines: readonly TextLine[]): Token[] {
  return lines.flatMap(({ text, page }, line) => {
    const words = unglue(wordsOf(text));
    let first = words.length;
    while (first > 0 && isFigure(words[first - 1] ?? '')) first--;
    return words.map((word, index) => toToken(index >= first ? 'figure' : 'text', word, line, page));
  });
}

/** Which gaps between the lines of a cell-a-line layout hold blank cells. */
export type BlankCells = 'NONE' | 'WITHIN_ROWS' | 'ALL';

const MOST_BLANK_LINES = 3;

/**
 * A cell a line. Blank cells are longer runs of blank lines: with g blank lines between two cells, each blank cell adds
 * g + 1. Lines that follow each other without the usual gap are one cell, if the gap is over 0.
 */
function cellTokens(lines: readonly TextLine[], blanks: BlankCells): Token[] {
  const cells: { text: string; gap: number; line: number; page: number | null }[] = [];
  let gap = 0;
  lines.forEach(({ text, page }, line) => {
    if (text.trim() === '') gap++;
    else {
      cells.push({ text: text.trim(), gap, line, page });
      gap = 0;
    }
  });
  const usual = Math.min(
    ...cells.slice(1).flatMap((cell) => (isFigure(cell.text) ? [cell.gap] : [])),
    MOST_BLANK_LINES,
  );
  const tokens: Token[] = [];
  const addBlanks = (count: number, line: number): void => {
    for (let each = 0; each < count; each++) tokens.push(toToken('blank', '', line, null));
  };
  cells.forEach(({ text, gap, line, page }, at) => {
    const kind = kindOf(text);
    const counts = at > 0 && (blanks === 'ALL' || (blanks === 'WITHIN_ROWS' && kind === 'figure'));
    if (counts) addBlanks(Math.floor(Math.max(0, gap - usual) / (usual + 1)), line);
    tokens.push(toToken(kind, text, line, page));
  });
  if (blanks === 'ALL') addBlanks(Math.floor((gap + 1) / (usual + 1)), lines.length);
  return tokens;
}

/** The words or cells of a stretch of text, page numbers left out. */
export function tokensOf(all: readonly TextLine[], layout: Layout, blanks: BlankCells = 'NONE'): Token[] {
  const lines = all.filter(({ text }) => !isPageNumber(text));
  if (layout === 'PIPES') return pipeTokens(lines);
  return layout === 'CELLS' ? cellTokens(lines, blanks) : wordTokens(lines);
}
