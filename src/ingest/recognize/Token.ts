import type { Piece } from '../Match.js';
import type { Position } from '../types.js';
import { isFigure, isFigureWithNote } from '../value.js';

/** From where to where a word stands in its line, in columns of a typewriter: a Chinese character takes two. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A word or cell of running text. */
export interface Token extends Piece {
  readonly kind: 'text' | 'figure' | 'blank';
  /** Number of its line within the stretch. */
  readonly line: number;
  /** Only of words whose place in their line can mean something: null elsewhere. */
  readonly extent: Extent | null;
  /** How many characters of its line are before it: its place in text that programs lay out by characters, whatever their width. */
  readonly offset?: number;
}

/** Of a blank cell that only a gap between lines shows. */
export const NOWHERE: Position = { page: null, table: null, row: null, column: null };

export const toToken = (
  kind: Token['kind'],
  text: string,
  line: number,
  position: Position,
  extent: Extent | null = null,
): Token => ({ kind, text, line, position, columns: null, extent });
export const kindOf = (text: string): Token['kind'] => (isFigure(text) || isFigureWithNote(text) ? 'figure' : 'text');
