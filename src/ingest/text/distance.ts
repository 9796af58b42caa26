/** Rows of the table of costs, kept between calls: labels are compared by the thousand. */
let above = new Uint16Array(64);
let current = new Uint16Array(64);

/**
 * Edit distance (insert, delete, replace one character) between two short texts, or `limit` + 1 where it is larger.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (above.length <= b.length) {
    above = new Uint16Array(b.length + 1);
    current = new Uint16Array(b.length + 1);
  }
  for (let column = 0; column <= b.length; column++) above[column] = column;
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let least = row;
    const character = a.charCodeAt(row - 1);
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (character === b.charCodeAt(column - 1) ? 0 : 1);
      const cost = Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [above, current] = [current, above];
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}
