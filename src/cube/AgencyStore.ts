import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import type { Missing, MissingYear } from '../queries/totals/missing.js';
import type { Totals } from '../rollup/readTotals.js';
import { ALL_KINDS } from './Column.js';
import type { DivisionTree } from './DivisionTree.js';
import type { Slice } from './Slice.js';

/** Of a nation there are more than a hundred thousand, and all may have to be looked at. */
interface PlacedAgency {
  readonly id: number;
  readonly division: number;
  readonly kind: number;
  readonly firstYear: number;
  /** Infinity: it is not closed. */
  readonly lastYear: number;
  readonly years: readonly number[];
}

/** Whether a report is expected of an agency in a year, and none of either scope is there. */
const isMissing = ({ firstYear, lastYear, years }: PlacedAgency, year: number): boolean =>
  year >= firstYear && year <= lastYear && !years.includes(year);

/** All agencies, as they were last read. */
export class AgencyStore {
  readonly #byId = new Map<number, PlacedAgency>();
  /** By division, those of none first. */
  readonly #byDivision: PlacedAgency[][] = [];

  constructor(private readonly tree: DivisionTree) {}

  /** Takes over what was read. @throws RangeError for a division that is not known */
  apply({ agencies, gone }: Pick<Totals, 'agencies' | 'gone'>): void {
    for (const { agencyId: id, divisionCode, agencyKind, firstYear, lastYear, years } of agencies) {
      const division = this.tree.numberOrUnknown(divisionCode);
      const kind = AGENCY_KIND_CODES.indexOf(agencyKind);
      this.#remove(id);
      const placed = { id, division, kind, firstYear, lastYear: lastYear ?? Infinity, years };
      this.#byId.set(id, placed);
      (this.#byDivision[division + 1] ??= []).push(placed);
    }
    for (const id of gone) this.#remove(id);
  }

  /** What is missing in a slice, up to the year in which reports are due. */
  missing(slice: Slice, dueYear: number): Missing {
    const years: number[] = [];
    for (let year = slice.from; year <= Math.min(slice.to, dueYear); year += 1) years.push(year);
    return {
      count: () => {
        let count = 0;
        this.#each(slice, (agency) => {
          for (const year of years) if (isMissing(agency, year)) count += 1;
        });
        return count;
      },
      page: (limit, after) => {
        const [afterYear, afterId] = after ?? [-Infinity, -Infinity];
        const page: MissingYear[] = [];
        for (const year of years) {
          if (year < afterYear || page.length === limit) continue;
          const ids: number[] = [];
          this.#each(slice, (agency) => {
            if (isMissing(agency, year) && (year > afterYear || agency.id > afterId)) ids.push(agency.id);
          });
          ids.sort((one, other) => one - other);
          page.push(...ids.slice(0, limit - page.length).map((agencyId) => ({ year, agencyId })));
        }
        return page;
      },
    };
  }

  #each({ cut: { rows, kinds } }: Slice, visit: (agency: PlacedAgency) => void): void {
    const isOfAll = kinds.includes(ALL_KINDS);
    for (const row of rows)
      for (const division of this.tree.divisionsIn(row))
        for (const agency of this.#byDivision[division + 1] ?? [])
          if (isOfAll || kinds.includes(agency.kind)) visit(agency);
  }

  #remove(id: number): void {
    const known = this.#byId.get(id);
    if (known === undefined) return;
    this.#byId.delete(id);
    const neighbors = this.#byDivision[known.division + 1] ?? [];
    neighbors.splice(neighbors.indexOf(known), 1);
  }
}
