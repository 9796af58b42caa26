import type { Division } from '../../divisions/Division.js';
import { callNames, type CallKind } from './callNames.js';
import { AFTER_SHORT_BRANCH, AFTER_SHORT_COUNTY, AFTER_SHORT_PLACE, COUNTY_BRANCH } from './organWords.js';

interface Entry {
  readonly division: Division;
  readonly kind: CallKind;
}

/** A division at the front of a text. `end`: how many characters its names take. `whole`: every name on the way says its level. */
export interface Reading {
  readonly division: Division;
  readonly end: number;
  readonly whole: boolean;
}

/** Names of divisions by their text, and how long the longest is. */
export interface NameIndex {
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly longest: number;
  readonly byCode: ReadonlyMap<string, Division>;
}

/** Nodes of ours stay out: their names are those of their provinces. */
export function indexNames(divisions: readonly Division[]): NameIndex {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const entries = new Map<string, Entry[]>();
  for (const division of divisions) {
    if (division.synthetic || division.level === 'NATION') continue;
    const [, ...above] = division.ancestors;
    const parents = above.map((code) => byCode.get(code)).filter((parent) => parent !== undefined);
    for (const { text, kind } of callNames(division, parents)) {
      const known = entries.get(text);
      if (known === undefined) entries.set(text, [{ division, kind }]);
      else known.push({ division, kind });
    }
  }
  return { entries, byCode, longest: Math.max(...[...entries.keys()].map(({ length }) => length)) };
}

/** The city of a zone; of a zone in a municipality the municipality. */
function isCityOf({ byCode }: NameIndex, above: Division, zone: Division): boolean {
  const parent = byCode.get(zone.parent ?? '');
  return above === parent || (parent?.synthetic === true && above.code === parent.parent);
}

/** Whether a place may be called in short before the rest of a name; where nothing is above it, a start is behind a central organ. */
function standsShort({ level, parent }: Division, rest: string, above: Division | null, start: number): boolean {
  // That of a province is its 调查总队.
  if (level === 'PROVINCE' && rest.startsWith('调查队')) return false;
  // 济源 and the like are cities without one above them.
  if (level !== 'COUNTY' || parent?.endsWith('9000') === true)
    return AFTER_SHORT_PLACE.test(rest) || (above === null && start > 0 && AFTER_SHORT_BRANCH.test(rest));
  return above === null ? COUNTY_BRANCH.test(rest) : AFTER_SHORT_COUNTY.test(rest);
}

/**
 * Every way to read divisions at the front of a text, each beneath the one before: 河南省 · 南阳市 · 宛城区.
 * Depth is bounded by the tree, branching by the few divisions of equal name.
 */
export function followNames(index: NameIndex, text: string, start = 0, above: Division | null = null): Reading[] {
  const readings: Reading[] = [];
  for (let end = Math.min(text.length, start + index.longest); end > start + 1; end -= 1)
    for (const { division, kind } of index.entries.get(text.slice(start, end)) ?? []) {
      if (above !== null && !division.ancestors.includes(above.code)) continue;
      if (kind === 'ZONE' && (above === null || !isCityOf(index, above, division))) continue;
      const deeper = followNames(index, text, end, division);
      if (kind === 'SHORT') {
        const rest = text.slice(end);
        if (standsShort(division, rest, above, start)) readings.push({ division, end, whole: false });
        readings.push(
          ...deeper.filter(() => division.level !== 'COUNTY').map((reading) => ({ ...reading, whole: false })),
        );
      } else readings.push({ division, end, whole: true }, ...deeper);
    }
  return readings;
}
