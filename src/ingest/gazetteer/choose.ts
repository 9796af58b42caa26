import { DIVISION_LEVELS } from '../../catalog/divisionLevels.js';
import { distinct } from '../../distinct.js';
import type { Division } from '../../divisions/Division.js';
import type { Reading } from './followNames.js';

const isWithin = (division: Division, code: string): boolean =>
  division.code === code || division.ancestors.includes(code);

/** 崇川区 has been 320602 until 2020 and 320613 since: in the year of the change the new code counts. */
const isSuperseded = (division: Division, others: readonly Division[], year: number): boolean =>
  division.validTo !== null &&
  year >= division.validTo &&
  others.some(({ code, name }) => name === division.name && division.successors.includes(code));

/** Where a name in short means places of several levels (长沙: 长沙市, 长沙县; 海南: 海南省, 海南州), the highest is meant. */
function highest(divisions: readonly Division[]): Division[] {
  const levels = DIVISION_LEVELS.map((level) => divisions.filter((division) => division.level === level));
  return levels.find((found) => found.length > 0) ?? [];
}

/**
 * The divisions that the front of a text can mean in a year: of the longest readings those whose names say their level,
 * in force in that year. Several: it is ambiguous. None: no name was read, or only one that was no longer in force.
 * @param within codes of divisions that the place is known to be or to be in; empty where nothing is known
 */
export function choose(readings: readonly Reading[], year: number, within: readonly string[]): Reading[] {
  const end = Math.max(...readings.map((reading) => reading.end));
  const longest = readings.filter((reading) => reading.end === end);
  const whole = longest.filter((reading) => reading.whole);
  const best = whole.length > 0 ? whole : longest;
  const named = distinct(best, ({ division }) => division.code);
  const inForce = named.filter(
    ({ division: { validFrom, validTo } }) => (validFrom ?? year) <= year && year <= (validTo ?? year),
  );
  const all = inForce.map(({ division }) => division);
  const current = all.filter((division) => !isSuperseded(division, all, year));
  const kept = whole.length > 0 ? current : highest(current);
  const near = kept.filter((division) => within.some((code) => isWithin(division, code)));
  const chosen = near.length > 0 ? near : kept;
  return inForce.filter(({ division }) => chosen.includes(division));
}
