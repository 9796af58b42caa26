import type { PlacedCell } from './CellStore.js';

/** Where a fact stands: in which cell, and at which place of its facts. */
export type Visit = (cell: PlacedCell, place: number) => void;

/**
 * For each fact the cells that have it, so that adding one up passes by all others: of a nation's six million, one fact
 * has seven thousand.
 */
export class FactIndex {
  /** Where the entries of each fact begin; one more than there are facts. */
  readonly #starts: Int32Array;
  readonly #cells: Int32Array;
  readonly #places: Int32Array;

  constructor(
    private readonly cells: readonly PlacedCell[],
    facts: number,
  ) {
    this.#starts = new Int32Array(facts + 1);
    let entries = 0;
    for (const {
      facts: { numbers },
      from,
      to,
    } of cells)
      for (let place = from; place < to; place++, entries++) {
        const next = (numbers[place] ?? 0) + 1;
        this.#starts[next] = (this.#starts[next] ?? 0) + 1;
      }
    for (let fact = 0; fact < facts; fact++) this.#starts[fact + 1] = this.#start(fact) + this.#start(fact + 1);
    this.#cells = new Int32Array(entries);
    this.#places = new Int32Array(entries);
    const ends = this.#starts.slice();
    for (const [
      number,
      {
        facts: { numbers },
        from,
        to,
      },
    ] of cells.entries())
      for (let place = from; place < to; place++) {
        const fact = numbers[place] ?? 0;
        const entry = ends[fact] ?? 0;
        ends[fact] = entry + 1;
        this.#cells[entry] = number;
        this.#places[entry] = place;
      }
  }

  /** Visits the cells that have a fact. */
  visit(fact: number, each: Visit): void {
    for (let entry = this.#start(fact); entry < this.#start(fact + 1); entry++) {
      const cell = this.cells[this.#cells[entry] ?? -1];
      if (cell !== undefined) each(cell, this.#places[entry] ?? -1);
    }
  }

  #start(fact: number): number {
    return this.#starts[fact] ?? 0;
  }
}
