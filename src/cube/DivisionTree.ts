import { DIVISION_LEVELS, type DivisionLevel } from '../catalog/divisionLevels.js';
import type { Division } from '../divisions/Division.js';
import { groupCodes } from '../divisions/groupCodes.js';

/** A row of the cube's columns: a set of divisions that are summed together. */
export type RowNumber = number;

/** A group of one level, and the disjoint rows that its divisions make up. */
export interface LevelGroup {
  readonly code: string;
  readonly rows: readonly RowNumber[];
}

/** The cells of agencies whose division is unknown. */
const UNKNOWN = '';

const inOrder = (rows: ReadonlyMap<string, readonly RowNumber[]>): readonly LevelGroup[] =>
  [...rows].map(([code, numbers]) => ({ code, rows: numbers })).sort((one, other) => (one.code < other.code ? -1 : 1));

/**
 * The divisions as numbers, and the rows that totals are kept in: of a division with all below it, of a division alone,
 * of everything, and of what is in no division.
 */
export class DivisionTree {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #parents: readonly number[];
  readonly #children: readonly (readonly number[])[];
  readonly #groups: readonly Readonly<Record<DivisionLevel, string>>[];
  readonly #alone: readonly RowNumber[];
  readonly #rows: readonly (readonly RowNumber[])[];
  readonly #divisionsIn: readonly (readonly number[])[];
  /** Whether all below a division, itself included, falls into one group of a level. */
  readonly #isOneGroup: ReadonlyMap<DivisionLevel, readonly boolean[]>;
  readonly #levelGroups = new Map<string, readonly LevelGroup[]>();
  /** The division that all others lie in. */
  readonly nation: number;
  readonly everything: RowNumber;
  readonly unknown: RowNumber;
  /** How many rows there are. */
  readonly rows: number;

  constructor(private readonly divisions: readonly Division[]) {
    this.#numbers = new Map(divisions.map(({ code }, number) => [code, number]));
    this.#parents = divisions.map(({ parent }) => (parent === null ? -1 : this.numberOf(parent)));
    this.nation = this.#parents.indexOf(-1);
    const children = divisions.map((): number[] => []);
    for (const [number, parent] of this.#parents.entries()) children[parent]?.push(number);
    this.#children = children;
    this.#groups = groupCodes(divisions);
    let next = divisions.length;
    this.#alone = children.map((below, number) => (below.length === 0 ? number : next++));
    this.everything = next++;
    this.unknown = next++;
    this.rows = next;
    this.#rows = divisions.map((_, number) => this.#findRows(number));
    const divisionsIn = Array.from({ length: this.rows }, (): number[] => []);
    for (const division of [-1, ...divisions.keys()])
      for (const row of this.rowsOf(division)) divisionsIn[row]?.push(division);
    this.#divisionsIn = divisionsIn;
    this.#isOneGroup = new Map(DIVISION_LEVELS.map((level) => [level, this.#oneGroups(level)]));
  }

  /** @throws RangeError for a code that this edition of the program does not know */
  numberOf(code: string): number {
    const number = this.#numbers.get(code);
    if (number === undefined) throw new RangeError(`no division has the code ${code}`);
    return number;
  }

  /** The same; -1 for what stands for no division. */
  numberOrUnknown(code: string): number {
    return code === UNKNOWN ? -1 : this.numberOf(code);
  }

  /** The division above; -1 for the nation. */
  parentOf(division: number): number {
    return this.#parents[division] ?? -1;
  }

  isLeaf(division: number): boolean {
    return this.#children[division]?.length === 0;
  }

  /** The row of a division without those below it; of a leaf the same as with them. */
  alone(division: number): RowNumber {
    return this.#alone[division] ?? Number.NaN;
  }

  /** All rows that a division is in; -1 where it is unknown. */
  rowsOf(division: number): readonly RowNumber[] {
    return this.#rows[division] ?? [this.everything, this.unknown];
  }

  /** The divisions that are summed in a row; -1 for what is in none. */
  divisionsIn(row: RowNumber): readonly number[] {
    return this.#divisionsIn[row] ?? [];
  }

  /** Whether a division is another one, or lies in it. */
  isWithin(division: number, other: number): boolean {
    for (let above = division; above >= 0; above = this.parentOf(above)) if (above === other) return true;
    return false;
  }

  /**
   * The groups of a level that a division with all below it falls into, in order of code.
   * @param comparable without groups of divisions above the level that are not leaves: whose consolidated figures are no
   * figures of the level
   */
  groupsOf(division: number, level: DivisionLevel, comparable: boolean): readonly LevelGroup[] {
    const key = `${division} ${level} ${comparable}`;
    let groups = this.#levelGroups.get(key);
    if (groups === undefined) {
      const rows = new Map<string, RowNumber[]>();
      this.#collect(division, level, comparable, rows);
      groups = inOrder(rows);
      this.#levelGroups.set(key, groups);
    }
    return groups;
  }

  /** Groups of several disjoint parts as groups of the whole. */
  static merge(parts: readonly (readonly LevelGroup[])[]): readonly LevelGroup[] {
    const [first = [], ...more] = parts;
    if (more.length === 0) return first;
    const rows = new Map<string, RowNumber[]>();
    for (const { code, rows: added } of parts.flat()) rows.set(code, [...(rows.get(code) ?? []), ...added]);
    return inOrder(rows);
  }

  #collect(division: number, level: DivisionLevel, comparable: boolean, rows: Map<string, RowNumber[]>): void {
    const whole = this.#isOneGroup.get(level)?.[division] === true;
    const code = this.#groups[division]?.[level] ?? '';
    const isOfLevel = this.divisions[this.numberOf(code)]?.level === level;
    if (isOfLevel || !comparable || this.isLeaf(division)) {
      const row = whole ? division : this.alone(division);
      rows.set(code, [...(rows.get(code) ?? []), row]);
    }
    if (!whole) for (const child of this.#children[division] ?? []) this.#collect(child, level, comparable, rows);
  }

  #findRows(division: number): RowNumber[] {
    const rows = [this.everything];
    if (!this.isLeaf(division)) rows.push(this.alone(division));
    for (let above = division; above >= 0; above = this.parentOf(above)) rows.push(above);
    return rows;
  }

  #oneGroups(level: DivisionLevel): boolean[] {
    const isOne = this.divisions.map(() => true);
    const spread = (division: number): boolean => {
      const group = this.#groups[division]?.[level];
      for (const child of this.#children[division] ?? [])
        if (!spread(child) || this.#groups[child]?.[level] !== group) isOne[division] = false;
      return isOne[division] === true;
    };
    spread(this.nation);
    return isOne;
  }
}
