import { isFigure } from '../value.js';
import type { Position } from '../types.js';
import { positionIn, type TextLine } from './TextLine.js';
import { kindOf, NOWHERE, toToken, type Token } from './Token.js';

/**
 * Which gaps between the lines of a cell-a-line layout hold blank cells. UNCLEAR: nobody knows, so that figures beside
 * any but the usual gap are in doubt.
 */
export type BlankCells = 'NONE' | 'WITHIN_ROWS' | 'ALL' | 'UNCLEAR';

/** What stands in lines of its own. */
interface Cell {
  readonly kind: Token['kind'];
  readonly text: string;
  /** How many blank lines are before it. */
  readonly gap: number;
  readonly line: number;
  readonly position: Position;
}

/** The cells of a stretch of lines, and how many blank lines are after the last. */
function cellsOf(lines: readonly TextLine[]): { readonly cells: readonly Cell[]; readonly after: number } {
  const cells: Cell[] = [];
  let gap = 0;
  lines.forEach((textLine, line) => {
    const { text } = textLine;
    if (text.trim() === '') gap++;
    else {
      const position = positionIn(textLine, text.length - text.trimStart().length);
      cells.push({ kind: kindOf(text.trim()), text: text.trim(), gap, line, position });
      gap = 0;
    }
  });
  return { cells, after: gap };
}

const MOST_BLANK_LINES = 3;

/** The number that occurs most; 0 where there is none. */
function mostOf(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/**
 * A cell a line. Blank cells are longer runs of blank lines: with g blank lines between two cells, each blank cell adds
 * g + 1. A figure beside a run of other length may be the number of a page.
 */
export function cellTokens(lines: readonly TextLine[], blanks: BlankCells): Token[] {
  const { cells, after } = cellsOf(lines);
  const ofFigures = cells.slice(1).filter(({ text }) => isFigure(text));
  const usual = Math.min(...ofFigures.map(({ gap }) => gap), MOST_BLANK_LINES);
  const isUnclear = blanks === 'UNCLEAR';
  const restOf = (gap: number): number => (isUnclear ? gap - usual : Math.max(0, gap - usual) % (usual + 1));
  // Rows may stand further apart than cells do.
  const ofRows = cells.filter(({ kind }, at) => kind === 'text' && cells[at - 1]?.kind === 'figure');
  const apart = mostOf(ofRows.map(({ gap }) => restOf(gap)));
  const tokens: Token[] = [];
  const addBlanks = (lengths: number, line: number): void => {
    const count = Math.floor(Math.max(0, lengths) / (usual + 1));
    for (let each = 0; each < count; each++) tokens.push(toToken('blank', '', line, NOWHERE));
  };
  const loosen = (at: number): void => {
    const token = tokens[at];
    if (token?.kind === 'figure') tokens[at] = { ...token, loose: true };
  };
  cells.forEach(({ kind, text, gap, line, position }, at) => {
    const last = tokens.length - 1;
    const counts = at > 0 && (blanks === 'ALL' || (blanks === 'WITHIN_ROWS' && kind === 'figure'));
    if (counts) addBlanks(gap - usual, line);
    tokens.push(toToken(kind, text, line, position));
    if ((counts || isUnclear) && restOf(gap) !== (kind === 'figure' ? 0 : apart)) {
      loosen(last);
      loosen(tokens.length - 1);
    }
  });
  if (blanks === 'ALL') addBlanks(after, lines.length);
  return tokens;
}
