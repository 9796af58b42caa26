import { overlap, spanOf, type Span } from './Placed.js';

/** The header that figures stand under; -1 where they stand under none, null under several. */
function headerOver(figures: Span, headers: readonly Span[]): number | null {
  const over = headers.flatMap((header, at) => (overlap(header, figures) ? [at] : []));
  return over.length > 1 ? null : (over[0] ?? -1);
}

/** Figures that are in one column for certain: above each other, or under the same header. */
function clustersOf(figures: readonly Span[], headers: readonly Span[]): Span[] {
  const clusters: Span[] = [];
  for (const figure of figures.toSorted((a, b) => a.left - b.left)) {
    const last = clusters.at(-1);
    const header = headerOver(figure, headers);
    const together = last && (overlap(last, figure) || (header !== -1 && headerOver(last, headers) === header));
    if (together) clusters[clusters.length - 1] = spanOf([last, figure]);
    else clusters.push(figure);
  }
  return clusters;
}

/** The columns in which figures can stand: under a header they are in its column, beside it in that or the next one. */
function candidates(figures: Span, headers: readonly Span[]): number[] {
  const header = headerOver(figures, headers);
  if (header === null) return [];
  if (header >= 0) return [header];
  const next = headers.findIndex(({ left }) => left >= figures.right);
  if (next === 0) return [0];
  return next < 0 ? [headers.length - 1] : [next - 1, next];
}

/**
 * Which column each figure of a table stands in: the one that it has in every reading in which figures above each other
 * are in one column, those beside each other in different ones from left to right, and each under or beside its header.
 * @returns the number of the column of a figure, null where that is not certain; null for all where there is no reading
 */
export function columnsOf(
  figures: readonly Span[],
  headers: readonly Span[],
): ((figure: Span) => number | null) | null {
  const clusters = clustersOf(figures, headers);
  const possible = clusters.map((cluster) => candidates(cluster, headers));
  // From the left each takes the first column that is free, from the right the last: between them lie all readings.
  const first: number[] = [];
  for (const columns of possible) {
    const column = columns.find((each) => each > (first.at(-1) ?? -1));
    if (column === undefined) return null;
    first.push(column);
  }
  const last: number[] = [];
  for (const columns of possible.toReversed()) {
    const column = columns.findLast((each) => each < (last[0] ?? headers.length));
    if (column === undefined) return null;
    last.unshift(column);
  }
  return (figure) => {
    const at = clusters.findIndex((cluster) => overlap(cluster, figure));
    return first[at] === undefined || first[at] !== last[at] ? null : first[at];
  };
}
