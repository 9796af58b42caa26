import type { DivisionLevel } from '../catalog/divisionLevels.js';
import type { Division } from './Division.js';

/** The divisions in memory, found by code, by name and from above: they change only with a new edition of the program. */
export class DivisionIndex {
  readonly #byCode: ReadonlyMap<string, Division>;
  readonly #byName: ReadonlyMap<string, readonly Division[]>;
  readonly #children: ReadonlyMap<string | null, readonly Division[]>;
  readonly #descendants: ReadonlyMap<string, readonly Division[]>;
  /** Those of a level, as they were asked for. */
  readonly #descendantsAt = new Map<string, readonly Division[]>();

  constructor(readonly all: readonly Division[]) {
    const pairs = (keysOf: (division: Division) => readonly (string | null)[]) => {
      const map = new Map<string | null, Division[]>();
      for (const division of all)
        for (const key of keysOf(division)) {
          const list = map.get(key);
          if (list) list.push(division);
          else map.set(key, [division]);
        }
      return map;
    };
    this.#byCode = new Map(all.map((division) => [division.code, division]));
    this.#byName = pairs(({ name, fullName }) => [...new Set([name, fullName])]) as Map<string, Division[]>;
    this.#children = pairs(({ parent }) => [parent]);
    this.#descendants = pairs(({ ancestors }) => ancestors) as Map<string, Division[]>;
  }

  byCode(code: string): Division | null {
    return this.#byCode.get(code) ?? null;
  }

  /**
   * Divisions of that name or full name. Codes still in force go before abolished ones of the same name, and a
   * municipality before the one CITY that stands for all of it.
   */
  byName(name: string): readonly Division[] {
    const found = this.#byName.get(name) ?? [];
    const inForce = found.filter(({ validTo }) => validTo === null);
    const candidates = inForce.length > 0 ? inForce : found;
    return candidates.filter(({ parent }) => !candidates.some(({ code }) => code === parent));
  }

  /** Direct children, or with a level all descendants of it, in order of code. */
  childrenOf(code: string, level: DivisionLevel | null): readonly Division[] {
    if (level === null) return this.#children.get(code) ?? [];
    const key = `${code} ${level}`;
    let found = this.#descendantsAt.get(key);
    if (found === undefined) {
      found = (this.#descendants.get(code) ?? []).filter((division) => division.level === level);
      this.#descendantsAt.set(key, found);
    }
    return found;
  }
}
