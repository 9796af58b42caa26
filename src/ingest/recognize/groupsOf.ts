import type { Layout } from './layoutOf.js';
import type { Token } from './Token.js';

/** Figures that stand together in running text, with the words before them. */
export interface Group {
  /** The words since the group before, in reading order. */
  readonly before: readonly Token[];
  /** Figures and blank cells. */
  readonly cells: readonly Token[];
}

/** A note to the figure before it: （其中修订16件）. */
const NOTE = /^[(（](?:其中|含|包括|注)/;

/** Figures broken over lines are one group as long as they do not fill a row; a filled row ends it. */
const continues = (cells: readonly Token[], width: number | null): boolean =>
  width !== null && cells.length % width !== 0;

/**
 * Gathers the figures of a stretch of text. In WORDS a line of figures is a group of its own; elsewhere all figures
 * between two labels are.
 * @param width figures of a full row, null where rows differ
 */
export function groupsOf(tokens: readonly Token[], layout: Layout, width: number | null): Group[] {
  const groups: { before: Token[]; cells: Token[] }[] = [];
  let before: Token[] = [];
  let open: Token[] | null = null;
  let line = -1;
  for (const token of tokens) {
    if (token.kind === 'text') {
      const last = open?.at(-1);
      if (open && last?.kind === 'figure' && NOTE.test(token.text)) {
        open[open.length - 1] = { ...last, text: `${last.text}${token.text}` };
        line = token.line;
        continue;
      }
      open = null;
      before.push(token);
      continue;
    }
    const sameRow = layout !== 'WORDS' || token.line === line || (open !== null && continues(open, width));
    if (open && sameRow) open.push(token);
    else {
      open = [token];
      groups.push({ before, cells: open });
      before = [];
    }
    line = token.line;
  }
  groups.push({ before, cells: [] });
  return groups;
}
