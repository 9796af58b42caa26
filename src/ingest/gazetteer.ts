import { NATION } from '../catalog/divisionLevels.js';
import type { Division } from '../divisions/Division.js';
import { choose } from './gazetteer/choose.js';
import { followNames, indexNames, type Reading } from './gazetteer/followNames.js';
import {
  beginsLikeCounty,
  CENTRAL_ORGAN,
  CORPS_CITIES,
  CORPS_DIVISION,
  PARTY,
  STATE_COUNCIL_ORGAN,
} from './gazetteer/organWords.js';

/** Where an organ is, as far as its name says. */
export interface Located {
  /** null while unknown or ambiguous. */
  readonly division: Division | null;
  /** The divisions that the name could mean; more than one where it is ambiguous, none where it is unknown. */
  readonly candidates: readonly Division[];
  /** The name behind those of its divisions: 发展和改革局 of 沭阳县发展和改革局. The whole name where none was read. */
  readonly rest: string;
}

/** Finds the division of an organ by its name. */
export interface Gazetteer {
  /** The division of a code, abolished ones too. */
  find(code: string): Division | undefined;
  /**
   * The division of an organ by the longest match at the front of its name.
   * @param name in simplified characters, without blanks
   * @param year the year reported on: abolished codes count up to their last one
   * @param surroundings what else says where we are (publisher, name or host of the site): it decides between candidates of
   * equal name, and places a name that is only understood from there (区统计局, 观胜镇人民政府, 财政局)
   */
  locate(name: string, year: number, surroundings?: readonly string[]): Located;
}

const UNKNOWN = (rest: string): Located => ({ division: null, candidates: [], rest });
const HOST = /^[\w-]+(?:\.[\w-]+)+$/u;
const LEVEL_WORD = /^(?<level>[省市县区旗州])(?!.{0,3}[镇乡])/u;

/** Places a name that names no division, from what surrounds it. Only a place without counties of its own decides for all. */
function placeWithin(name: string, place: Division, isLeaf: (division: Division) => boolean): Located {
  const level = LEVEL_WORD.exec(name)?.groups?.['level'];
  if (level !== undefined)
    return place.name.endsWith(level) ? { division: place, candidates: [place], rest: name.slice(1) } : UNKNOWN(name);
  return isLeaf(place) ? { division: place, candidates: [place], rest: name } : UNKNOWN(name);
}

export function createGazetteer(divisions: readonly Division[]): Gazetteer {
  const index = indexNames(divisions);
  const parents = new Set(divisions.map(({ parent }) => parent));
  const isLeaf = ({ code }: Division): boolean => !parents.has(code);
  const nation = index.byCode.get(NATION);
  const bySite = new Map(divisions.flatMap((division) => division.sites.map((site) => [site, division] as const)));

  /** The division whose government's domain a host belongs to: wcq.nanyang.gov.cn to that of nanyang.gov.cn. */
  function byHost(host: string): Division | undefined {
    const labels = host.toLowerCase().split('.').slice(0, 10);
    return labels.map((_, first) => bySite.get(labels.slice(first).join('.'))).find((place) => place !== undefined);
  }

  /** Other cities are no city of a division of the corps, though some have its offices. */
  function cityOfCorps(name: string): Reading[] {
    const front = CORPS_DIVISION.exec(name)?.[0].length ?? 0;
    if (front === 0) return [];
    return followNames(index, name, front).filter(({ division }) => division.parent === CORPS_CITIES);
  }

  function byName(name: string, year: number, within: readonly string[]): Located | null {
    const offset = (PARTY.exec(name) ?? CENTRAL_ORGAN.exec(name))?.[0].length ?? 0;
    const found = followNames(index, name, offset);
    const readings = found.length > 0 ? found : cityOfCorps(name);
    if (readings.length === 0) {
      if (!STATE_COUNCIL_ORGAN.test(name) || nation === undefined) return null;
      return { division: nation, candidates: [nation], rest: name };
    }
    const chosen = choose(readings, year, within);
    const rest = name.slice(Math.max(...readings.map(({ end }) => end)));
    const candidates = chosen.map(({ division }) => division);
    const [only] = candidates;
    if (only === undefined || candidates.length > 1) return { division: null, candidates, rest };
    if (only.level !== 'COUNTY' && !isLeaf(only) && beginsLikeCounty(rest)) return UNKNOWN(name);
    return { division: only, candidates, rest };
  }

  function locate(name: string, year: number, surroundings: readonly string[] = []): Located {
    const places = surroundings
      .map((text) => (HOST.test(text) ? byHost(text) : byName(text, year, [])?.division))
      .filter((place) => place !== null && place !== undefined);
    const named = byName(
      name,
      year,
      places.map(({ code }) => code),
    );
    if (named !== null) return named;
    const codes = new Set(places.map(({ code }) => code));
    // The deepest: 南阳市 beside 南阳市宛城区 says no more than the latter.
    const deepest = [...codes].filter((code) => !places.some(({ ancestors }) => ancestors.includes(code)));
    const place = deepest.length === 1 ? index.byCode.get(deepest[0] ?? '') : undefined;
    return place === undefined ? UNKNOWN(name) : placeWithin(name, place, isLeaf);
  }

  return { find: (code) => index.byCode.get(code), locate };
}
