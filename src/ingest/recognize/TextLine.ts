import type { Piece } from '../Match.js';
import type { Position } from '../types.js';

/** A line of running text, and where it begins. */
export type TextLine = Pick<Piece, 'text' | 'position'>;

/** Where a character of a line stands. */
export const positionIn = ({ position }: TextLine, offset: number): Position =>
  position.column === null || offset === 0 ? position : { ...position, column: position.column + offset };
