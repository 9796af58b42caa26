import type { DivisionLevel } from '../catalog/divisionLevels.js';
import type { Division } from './Division.js';

/** A division's ancestor at each level, or itself above that level; a municipality counts in its one CITY. */
export type GroupCodes = Readonly<Record<DivisionLevel, string>>;

/** A municipality and its one CITY have the same name. */
function municipalityCities(divisions: readonly Division[]): ReadonlyMap<string, string> {
  const names = new Map(divisions.map(({ code, name }) => [code, name]));
  return new Map(
    divisions
      .filter(({ level, parent, name }) => level === 'CITY' && parent !== null && names.get(parent) === name)
      .map(({ code, parent }) => [parent ?? code, code]),
  );
}

/** The group that each division's agencies fall into at each level, in the order of the divisions. */
export function groupCodes(divisions: readonly Division[]): readonly GroupCodes[] {
  const cities = municipalityCities(divisions);
  return divisions.map((division) => {
    const lineage: readonly (string | undefined)[] = [...division.ancestors, division.code];
    const [nation = division.code, province, city, county] = lineage;
    const own = cities.get(division.code) ?? division.code;
    return {
      NATION: nation,
      PROVINCE: province ?? division.code,
      CITY: city ?? own,
      COUNTY: county ?? city ?? own,
    };
  });
}
