import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import type { Scope } from '../catalog/forms.js';
import { FACTS } from '../rollup/facts.js';
import type { Facts } from '../rollup/FactReader.js';
import type { Cell, Totals } from '../rollup/readTotals.js';
import type { DivisionTree } from './DivisionTree.js';
import { FactIndex, type Visit } from './FactIndex.js';
import { placeOf } from './placeOf.js';

/** Counts of reports that a cell holds beside its facts. */
export const COUNTERS = [
  'reports',
  'counted',
  'disclosures2019',
  'disclosures2021',
  'applications2019',
  'applications2021',
] as const;
export type Counter = (typeof COUNTERS)[number];

/** A cell of totals with where it stands: its division's number, -1 where unknown, and its kind's. */
export interface PlacedCell extends Cell {
  readonly division: number;
  readonly kind: number;
  /** Where its facts stand. */
  readonly facts: Facts;
}

/** Agencies of one place that are expected in the same years. */
export interface PlacedRoster {
  readonly division: number;
  readonly kind: number;
  readonly firstYear: number;
  readonly lastYear: number | null;
  readonly agencies: number;
}

/** A cell before and after a change; null where it was not. */
export interface CellChange {
  readonly before: PlacedCell | null;
  readonly after: PlacedCell;
}

/** So many cells may have come since the facts were indexed: until then they are looked through one by one. */
const MAX_RECENT = 2_000;

/** The cells of one scope. */
class ScopeCells {
  /** By division, those of none first. */
  readonly #cells: PlacedCell[][] = [];
  #index: FactIndex | null = null;
  /** Cells that the index does not know. */
  readonly #recent = new Set<PlacedCell>();
  /** Those that it knows as they were. */
  readonly #replaced = new Set<PlacedCell>();

  *all(): Iterable<PlacedCell> {
    for (const cells of this.#cells) if (cells !== undefined) yield* cells;
  }

  at(division: number): readonly PlacedCell[] {
    return this.#cells[division + 1] ?? [];
  }

  /** Visits the cells that have a fact. */
  visit(fact: number, each: Visit): void {
    if (this.#index === null || this.#recent.size > MAX_RECENT) this.#indexAll();
    const known: Visit =
      this.#replaced.size === 0
        ? each
        : (cell, place) => {
            if (!this.#replaced.has(cell)) each(cell, place);
          };
    this.#index?.visit(fact, known);
    for (const cell of this.#recent) {
      const place = placeOf(cell, fact);
      if (place >= 0) each(cell, place);
    }
  }

  /** @returns the cell that it replaces */
  put(cell: PlacedCell): PlacedCell | null {
    const cells = (this.#cells[cell.division + 1] ??= []);
    const known = cells.findIndex(({ year, kind }) => year === cell.year && kind === cell.kind);
    const before = cells[known] ?? null;
    cells[before === null ? cells.length : known] = cell;
    if (this.#index !== null) {
      if (before !== null && !this.#recent.delete(before)) this.#replaced.add(before);
      this.#recent.add(cell);
    }
    return before;
  }

  #indexAll(): void {
    this.#index = new FactIndex([...this.all()], FACTS.length);
    this.#recent.clear();
    this.#replaced.clear();
  }
}

/** All cells and rosters, as they were last read. */
export class CellStore {
  readonly #cells: Readonly<Record<Scope, ScopeCells>> = { OWN: new ScopeCells(), CONSOLIDATED: new ScopeCells() };
  readonly #rosters = new Map<string, readonly PlacedRoster[]>();

  constructor(private readonly tree: DivisionTree) {}

  cells(scope: Scope): Iterable<PlacedCell> {
    return this.#cells[scope].all();
  }

  /** Those of one division alone; -1: of those whose division is unknown. */
  at(scope: Scope, division: number): readonly PlacedCell[] {
    return this.#cells[scope].at(division);
  }

  /** Visits the cells of a scope that have a fact. */
  visit(scope: Scope, fact: number, each: Visit): void {
    this.#cells[scope].visit(fact, each);
  }

  *rosters(): Iterable<PlacedRoster> {
    for (const rosters of this.#rosters.values()) yield* rosters;
  }

  /** Takes over what was read. @returns the cells that are new or others */
  apply({ cells, facts, rosters }: Pick<Totals, 'cells' | 'facts' | 'rosters'>): readonly CellChange[] {
    for (const { divisionCode, agencyKind, expected } of rosters) {
      const place = { division: this.tree.numberOrUnknown(divisionCode), kind: AGENCY_KIND_CODES.indexOf(agencyKind) };
      this.#rosters.set(
        `${divisionCode} ${agencyKind}`,
        expected.map((roster) => ({ ...place, ...roster })),
      );
    }
    return cells.map((cell) => this.#replace(cell, facts));
  }

  #replace(cell: Cell, facts: Facts): CellChange {
    const { divisionCode, agencyKind, year, scope } = cell;
    // Written out: of a nation there are two hundred thousand.
    const after = {
      divisionCode,
      agencyKind,
      year,
      scope,
      reports: cell.reports,
      counted: cell.counted,
      disclosures2019: cell.disclosures2019,
      disclosures2021: cell.disclosures2021,
      applications2019: cell.applications2019,
      applications2021: cell.applications2021,
      from: cell.from,
      to: cell.to,
      division: this.tree.numberOrUnknown(divisionCode),
      kind: AGENCY_KIND_CODES.indexOf(agencyKind),
      facts,
    };
    return { before: this.#cells[scope].put(after), after };
  }
}
