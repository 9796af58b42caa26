import type { Report } from '../../../src/ingest/types.js';
import { divisions, naiveGroups, type NaiveQuestion } from './naiveGroups.js';
import { addUp } from './naiveTotals.js';

export interface NaiveRanking extends Pick<NaiveQuestion, 'within' | 'scope' | 'dueYear'> {
  readonly indicator: string;
  readonly year: number;
  /** null ranks agencies. */
  readonly level: NaiveQuestion['level'];
  readonly minimumDenominator: number;
  readonly order: 'ASC' | 'DESC';
}

interface Peer {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
}

const MUNICIPAL_CITIES = ['110100', '120100', '310100', '500100'];

/** Below 0 where the left fraction is smaller: by cross-multiplication, so without any rounding. */
const compare = (left: Peer, right: Peer): number =>
  left.numerator * right.denominator - right.numerator * left.denominator;

/** Who has a value, by name: a division's code or an agency's division and name. */
function peersOf(reports: readonly Report[], asked: NaiveRanking, year: number): readonly Peer[] {
  const byAgency = asked.level === null;
  const question = { ...asked, from: year, to: year, byYear: true, byAgency, everyAgency: byAgency };
  return [...naiveGroups(reports, question)].flatMap(([key, group]) => {
    const division = divisions.byCode(group.division ?? '');
    const ranked =
      byAgency ||
      (division?.level === asked.level && (!division.synthetic || MUNICIPAL_CITIES.includes(division.code)));
    const { numerator, denominator } = addUp(group, asked.indicator);
    if (!ranked || numerator === null || denominator === 0 || denominator < asked.minimumDenominator) return [];
    return [{ name: key.split('|')[byAgency ? 2 : 1] ?? '', numerator, denominator }];
  });
}

/** A ranking as the contract words it; `positionOf` is what equal values are in order of. */
export function naiveRanking(
  reports: readonly Report[],
  asked: NaiveRanking,
  positionOf: (name: string) => number,
): string[] {
  const peers = peersOf(reports, asked, asked.year);
  const before = peersOf(reports, asked, asked.year - 1);
  const sign = asked.order === 'ASC' ? 1 : -1;
  return peers
    .toSorted((left, right) => sign * compare(left, right) || positionOf(left.name) - positionOf(right.name))
    .map((peer) => {
      const { name, numerator, denominator } = peer;
      const rank = 1 + peers.filter((other) => sign * compare(other, peer) < 0).length;
      const lower = peers.filter((other) => compare(other, peer) < 0).length;
      const percentile = peers.length === 1 ? null : lower / (peers.length - 1);
      const past = before.find((other) => other.name === name);
      const change = past ? numerator / denominator - past.numerator / past.denominator : null;
      return `${name} ${rank} ${percentile} ${numerator}/${denominator} ${change}`;
    });
}
