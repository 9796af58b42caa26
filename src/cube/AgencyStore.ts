import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import type { Missing, MissingYear } from '../queries/totals/missing.js';
import type { CountedAgency, Totals } from '../rollup/readTotals.js';
import { ALL_KINDS } from './Column.js';
import type { DivisionTree } from './DivisionTree.js';
import type { Slice } from './Slice.js';

interface PlacedAgency extends CountedAgency {
  readonly division: number;
  readonly kind: number;
}

/** Whether a report is expected of an agency in a year, and none of either scope is there. */
const isMissing = ({ firstYear, lastYear, years }: PlacedAgency, year: number): boolean =>
  year >= firstYear && (lastYear === null || year <= lastYear) && !years.includes(year);

/** All agencies, as they were last read. */
export class AgencyStore {
  readonly #byId = new Map<number, PlacedAgency>();
  /** By division, those of none first. */
  readonly #byDivision: Map<number, PlacedAgency>[] = [];

  constructor(private readonly tree: DivisionTree) {}

  /** Takes over what was read. @throws RangeError for a division that is not known */
  apply({ agencies, gone }: Pick<Totals, 'agencies' | 'gone'>): void {
    for (const agency of agencies) {
      this.#remove(agency.agencyId);
      const division = this.tree.numberOrUnknown(agency.divisionCode);
      const placed = { ...agency, division, kind: AGENCY_KIND_CODES.indexOf(agency.agencyKind) };
      this.#byId.set(agency.agencyId, placed);
      (this.#byDivision[division + 1] ??= new Map<number, PlacedAgency>()).set(agency.agencyId, placed);
    }
    for (const id of gone) this.#remove(id);
  }

  /** What is missing in a slice, up to the year in which reports are due. */
  missing(slice: Slice, dueYear: number): Missing {
    const { from } = slice;
    const to = Math.min(slice.to, dueYear);
    return {
      count: () => {
        let count = 0;
        for (const agency of this.#in(slice))
          for (let year = from; year <= to; year += 1) if (isMissing(agency, year)) count += 1;
        return count;
      },
      page: (limit, after) => {
        const [afterYear, afterId] = after ?? [from, -Infinity];
        const page: MissingYear[] = [];
        for (let year = Math.max(from, afterYear); year <= to && page.length < limit; year += 1) {
          const ids: number[] = [];
          for (const agency of this.#in(slice))
            if (isMissing(agency, year) && (year > afterYear || agency.agencyId > afterId)) ids.push(agency.agencyId);
          ids.sort((one, other) => one - other);
          for (const agencyId of ids.slice(0, limit - page.length)) page.push({ year, agencyId });
        }
        return page;
      },
    };
  }

  *#in({ cut: { rows, kinds } }: Slice): Iterable<PlacedAgency> {
    const isOfAll = kinds.includes(ALL_KINDS);
    for (const row of rows)
      for (const division of this.tree.divisionsIn(row))
        for (const agency of this.#byDivision[division + 1]?.values() ?? [])
          if (isOfAll || kinds.includes(agency.kind)) yield agency;
  }

  #remove(id: number): void {
    const known = this.#byId.get(id);
    if (known === undefined) return;
    this.#byId.delete(id);
    this.#byDivision[known.division + 1]?.delete(id);
  }
}
