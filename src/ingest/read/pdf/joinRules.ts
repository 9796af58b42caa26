import type { Rule } from './geometry.js';

/** Lines this near to each other are one line; in points. Of double lines and spaced cells both sides are drawn. */
const SNAP = 3;
/** Lines that are one together are not further apart; in points. No print has room between them. */
const BUNDLE = 6;
/** A gap within a line up to this size is closed (dashes, dots); in points. */
const GAP = 3;
/** Shorter marks are no ruling lines; in points. */
const SHORTEST = 6;

/** Rules drawn piece by piece, a piece a cell, as whole lines: near ones brought to one place, touching ones joined. */
export function joinRules(rules: readonly Rule[]): Rule[] {
  return [true, false].flatMap((horizontal) =>
    snapped(rules.filter((rule) => rule.horizontal === horizontal)).flatMap(joinAlong),
  );
}

/** Groups of parallel rules that stand in one place. */
function snapped(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  let [first, last] = [-Infinity, -Infinity];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    if (rule.at - last > SNAP || rule.at - first > BUNDLE) {
      first = rule.at;
      groups.push([]);
    }
    last = rule.at;
    groups.at(-1)?.push(rule);
  }
  return groups;
}

function joinAlong(group: readonly Rule[]): Rule[] {
  const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
  const joined: { -readonly [K in keyof Rule]: Rule[K] }[] = [];
  for (const { horizontal, from, to } of group.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from - last.to <= GAP) last.to = Math.max(last.to, to);
    else joined.push({ horizontal, at, from, to });
  }
  return joined.filter(({ from, to }) => to - from >= SHORTEST);
}
