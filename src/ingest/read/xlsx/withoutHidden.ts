import type { Merged, ShownCell } from './rowsOf.js';

/** From the first to the last, from 0. */
export type Stretch = readonly [first: number, last: number];

/** Rows and columns that a sheet does not show. */
export interface Hidden {
  readonly rows: readonly Stretch[];
  readonly columns: readonly Stretch[];
}

/** Numbers of what is shown, those of what is hidden left out. */
class Axis {
  /** From top to bottom, none touching the next, each with how many are hidden before it. */
  readonly #hidden: { readonly first: number; last: number; readonly before: number }[] = [];

  constructor(hidden: readonly Stretch[]) {
    for (const [first, last] of hidden.toSorted(([a], [b]) => a - b)) {
      const above = this.#hidden.at(-1);
      if (above !== undefined && first <= above.last + 1) above.last = Math.max(above.last, last);
      else this.#hidden.push({ first, last, before: above ? above.before + above.last + 1 - above.first : 0 });
    }
  }

  /** How many are shown before it. */
  shownBefore(at: number): number {
    let [low, high] = [0, this.#hidden.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#hidden[middle]?.first ?? at) < at) low = middle + 1;
      else high = middle;
    }
    const { first, last, before } = this.#hidden[low - 1] ?? { first: at, last: at - 1, before: 0 };
    return at - before - (Math.min(last + 1, at) - first);
  }

  isHidden(at: number): boolean {
    return this.shownBefore(at + 1) === this.shownBefore(at);
  }
}

/** A sheet without its hidden rows and columns: of a merged cell what is shown remains, with the text of its corner. */
export function withoutHidden(
  cells: readonly ShownCell[],
  merged: readonly Merged[],
  hidden: Hidden,
): { readonly cells: readonly ShownCell[]; readonly merged: readonly Merged[] } {
  if (hidden.rows.length + hidden.columns.length === 0) return { cells, merged };
  const [rows, columns] = [new Axis(hidden.rows), new Axis(hidden.columns)];
  const corners = new Set<string>();
  const shown: Merged[] = [];
  for (const { top, left, bottom, right } of merged) {
    const range = {
      top: rows.shownBefore(top),
      left: columns.shownBefore(left),
      bottom: rows.shownBefore(bottom + 1) - 1,
      right: columns.shownBefore(right + 1) - 1,
    };
    if (range.bottom < range.top || range.right < range.left) continue;
    shown.push(range);
    corners.add(`${top}/${left}`);
  }
  const isShown = ({ row, column }: ShownCell): boolean =>
    corners.has(`${row}/${column}`) || (!rows.isHidden(row) && !columns.isHidden(column));
  const moved = cells
    .filter(isShown)
    .map(({ row, column, text }) => ({ row: rows.shownBefore(row), column: columns.shownBefore(column), text }));
  return { cells: moved, merged: shown };
}
