import { isFigure } from '../value.js';
import type { Position } from '../types.js';
import { positionIn, type TextLine } from './TextLine.js';
import { kindOf, NOWHERE, toToken, type Token } from './Token.js';

/**
 * Which gaps between the lines of a cell-a-line layout hold blank cells. UNCLEAR: nobody knows, so that figures beside
 * any but the usual gap are in doubt; NONE: they are so only where such gaps are rare.
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

/** The number that occurs most; where several do equally, the first, or the usual one. */
function mostOf(numbers: readonly number[], usual: number): number {
  const counts = new Map<number, number>([[usual, 0.5]]);
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? usual;
}

/** So many figures stand at the usual distance where any other means something. */
const REGULAR = 0.9;

/** How far cells stand from each other. */
interface Distances {
  /** Blank lines between the cells of a row, none of them a cell. */
  readonly usual: number;
  /** The same between the last cell of a row and what follows it: rows may stand further apart. */
  readonly rows: number;
  readonly isRegular: boolean;
}

function distancesOf(cells: readonly Cell[]): Distances {
  const gaps = cells.slice(1).flatMap(({ text, gap }) => (isFigure(text) ? [gap] : []));
  const usual = Math.min(...gaps, MOST_BLANK_LINES);
  const rows = cells.filter(({ kind }, at) => kind === 'text' && cells[at - 1]?.kind === 'figure');
  const isRegular = gaps.filter((gap) => gap === usual).length >= REGULAR * gaps.length;
  return {
    usual,
    rows: mostOf(
      rows.map(({ gap }) => gap),
      usual,
    ),
    isRegular,
  };
}

/**
 * A cell a line. Blank cells are longer runs of blank lines: with g blank lines between two cells, each blank cell adds
 * g + 1. A figure beside a run of other length may be the number of a page.
 */
export function cellTokens(lines: readonly TextLine[], blanks: BlankCells): Token[] {
  const { cells, after } = cellsOf(lines);
  const { usual, rows, isRegular } = distancesOf(cells);
  const countsBefore = (kind: Token['kind']): boolean =>
    blanks === 'ALL' || (blanks === 'WITHIN_ROWS' && kind === 'figure');
  const isOff = ({ kind, gap }: Cell): boolean => {
    const off = Math.abs(gap - (kind === 'figure' ? usual : rows));
    return countsBefore(kind) ? off % (usual + 1) !== 0 : off !== 0 && (blanks !== 'NONE' || isRegular);
  };
  const first = cells.findIndex(({ kind }) => kind === 'figure');
  // Between rows of headers there are such gaps as well: the one before the first figure may be no blank cell.
  const isParted = cells.slice(1, first).some(({ gap }) => gap > usual) && (cells[first]?.gap ?? 0) > usual;
  const tokens: Token[] = [];
  const addBlanks = (count: number, line: number): void => {
    for (let each = 0; each < Math.floor(count); each++) tokens.push(toToken('blank', '', line, NOWHERE));
  };
  const loosen = (at: number): void => {
    const token = tokens[at];
    if (token?.kind === 'figure') tokens[at] = { ...token, loose: true };
  };
  cells.forEach((cell, at) => {
    const { kind, text, gap, line, position } = cell;
    const last = tokens.length - 1;
    if (at > 0 && countsBefore(kind)) addBlanks((gap - usual) / (usual + 1), line);
    const isAside = kind === 'figure' && cells[at - 1]?.kind === 'figure' && gap !== usual;
    tokens.push({ ...toToken(kind, text, line, position), ...(isAside && { aside: true }) });
    if (at > 0 && (isOff(cell) || (at === first && isParted && countsBefore(kind)))) {
      loosen(last);
      loosen(tokens.length - 1);
    }
  });
  if (blanks === 'ALL' || blanks === 'WITHIN_ROWS') addBlanks(after / (usual + 1), lines.length);
  return tokens;
}
