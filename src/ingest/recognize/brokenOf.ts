import type { Group } from './groupsOf.js';
import type { Token } from './Token.js';

/** A figure is broken over no more lines than these, the number of a page among them. */
const MOST_LINES = 6;

/** Whether what is below may go on what is above: not a zero, nor what is shorter, which would have been filled up first. */
const hasRoom = (above: Token, below: Token): boolean =>
  !above.text.startsWith('0') && above.text.length >= below.text.length;

/** Whether each of some figures, in their order, has its other part among others. */
function fit(some: readonly Token[], others: readonly Token[], isPair: (one: Token, other: Token) => boolean): boolean {
  let at = 0;
  for (const other of others) if (at < some.length && isPair(some[at]!, other)) at++;
  return some.length > 0 && at === some.length;
}

/** Whether all of the figures below may be rests of those above, or all of those above go on below. */
const mayGoOn = (above: readonly Token[], below: readonly Token[]): boolean =>
  fit(below, above, (rest, first) => hasRoom(first, rest)) || fit(above, below, (first, rest) => hasRoom(first, rest));

/** The figures of one line, of the group that they are in. */
interface Line {
  readonly group: Group;
  readonly cells: readonly Token[];
  /** Whether they stand beside a label. */
  readonly begins: boolean;
}

function linesOf(group: Group, begins: boolean): Line[] {
  const figures = group.cells.filter(({ kind }) => kind === 'figure');
  const numbers = [...new Set(figures.map(({ line }) => line))];
  return numbers.map((number, at) => ({
    group,
    cells: figures.filter(({ line }) => line === number),
    begins: begins && at === 0,
  }));
}

/**
 * The groups of figures that may hold parts of one row: digits for which a cell is too narrow are printed in its next
 * lines, above and below its label. That figures add up as they stand proves nothing, unless only one is printed elsewhere.
 * @param groups from top to bottom
 * @param begin which of them stand beside a label of their own
 * @param addsUp whether figures are a whole row
 */
export function brokenOf(
  groups: readonly Group[],
  begin: readonly boolean[],
  addsUp: (cells: Group['cells']) => boolean,
): Set<Group> {
  const lines = groups.flatMap((group, at) => linesOf(group, begin[at] ?? false));
  const whole = new Set(groups.filter(({ cells }) => addsUp(cells)));
  const broken = new Set<Group>();
  lines.forEach((above, at) => {
    let labels = above.begins ? 1 : 0;
    for (const below of lines.slice(at + 1, at + 1 + MOST_LINES)) {
      if (below.begins) labels++;
      if (labels > 1) break;
      const isOne =
        (above.cells.length === 1 && whole.has(below.group)) || (below.cells.length === 1 && whole.has(above.group));
      if (above.group !== below.group && !isOne && mayGoOn(above.cells, below.cells))
        broken.add(above.group).add(below.group);
    }
  });
  return broken;
}
