import type { TableCell } from './Table.js';

/** The cells on both sides of a page break. */
export interface Seam {
  readonly over: readonly TableCell[];
  readonly under: readonly TableCell[];
  /** Lines close both parts of the table; where they don't, the break goes through a row. */
  readonly closed: boolean;
}

type Pair = readonly [over: TableCell, under: TableCell];

/** What the page cuts in two. */
export interface Cut {
  /** The last row above and the first below are one. */
  readonly cutRow: boolean;
  /** The halves of cells that are one. */
  readonly pairs: readonly Pair[];
}

/** What begins a row of the forms: 一、 （三） 5. */
const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]/;
const FIGURES = /^[\d０-９.,，+\-/—%元万\s]*$/;

/** Tells a row that the page cuts from two rows. In doubt they are two: a further row is noticed, a lost one is not. */
export function cutCells({ over, under, closed }: Seam): Cut {
  const pairs = over.flatMap((upper): Pair[] => {
    const lower = under.find(({ column, columnSpan }) => column === upper.column && columnSpan === upper.columnSpan);
    return lower === undefined ? [] : [[upper, lower]];
  });
  const whole = pairs.length === over.length && pairs.length === under.length;
  if (whole && isCutRow(pairs, closed)) return { cutRow: true, pairs };
  return { cutRow: false, pairs: pairs.filter(isCutGroup) };
}

function isCutRow(pairs: readonly Pair[], closed: boolean): boolean {
  const [over, under] = [pairs.map(([upper]) => upper), pairs.map(([, lower]) => lower)];
  // Figures on both sides are two rows; a side without any is the rest of a wrapped label, or a label without its figures.
  if (over.some(isFigure) && under.some(isFigure)) return false;
  if (!pairs.every((pair) => pair.some(isBlank) || goesOn(pair))) return false;
  if (!closed || pairs.some(goesOn) || isEmptyRow(over) || isEmptyRow(under)) return true;
  return !over.some(isFigure) && under.some(isFigure) && under.every((cell) => isBlank(cell) || isFigure(cell));
}

/** Nothing but the upper or lower margin of a row. Cells that reach into other rows say nothing of this one. */
function isEmptyRow(cells: readonly TableCell[]): boolean {
  const own = cells.filter(({ rowSpan }) => rowSpan === 1);
  return own.length > 0 && own.every(isBlank);
}

/** A label merged over several rows, some of them on either page: （四）无 · 法提供. */
function isCutGroup([upper, lower]: Pair): boolean {
  if (upper.rowSpan === 1 && lower.rowSpan === 1) return false;
  if (isBlank(upper) || isFigure(upper)) return false;
  // A blank cell of one row is a value, under a header that the page cuts off.
  return (isBlank(lower) && lower.rowSpan > 1) || (goesOn([upper, lower]) && !/^[（(]/.test(lower.text));
}

/** A text that was wrapped for want of room, and its rest. */
const goesOn = ([upper, lower]: Pair): boolean =>
  ![upper, lower].some((cell) => isBlank(cell) || isFigure(cell)) && upper.full && !NUMBERED.test(lower.text);

const isBlank = ({ text }: TableCell): boolean => text === '';
const isFigure = ({ text }: TableCell): boolean => text !== '' && FIGURES.test(text);
