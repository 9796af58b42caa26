import { writeCursor } from '../arguments/cursor.js';
import { checkFirst } from '../arguments/checkArguments.js';

export interface PageAsked {
  readonly first: number;
  readonly after?: string | null;
}

/** A page as Relay's specification has it. */
export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly nodes: Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: Promise<number>;
}

/** How many rows to fetch for a page: one more than asked, to see whether more follow. */
export const limitOf = ({ first }: PageAsked): number => (checkFirst(first) ?? 0) + 1;

/** A list that is given out page by page. */
interface Listed<Node> {
  /** What cursors call it. */
  readonly list: string;
  /** What the rows are ordered by. */
  readonly keyOf: (node: Node) => readonly unknown[];
  readonly count: () => Promise<number>;
}

/** @param rows one more than the page holds where more follow */
export function toConnection<Node>(
  rows: readonly Node[],
  { first, after }: PageAsked,
  { list, keyOf, count }: Listed<Node>,
): Connection<Node> {
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: writeCursor(list, keyOf(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    // Counted only where the field is asked for.
    get totalCount() {
      return count();
    },
  };
}
