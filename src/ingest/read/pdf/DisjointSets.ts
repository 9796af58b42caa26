import { groupBy } from '../../../groupBy.js';

/** Numbers from 0 on, joined into groups (union–find). */
export class DisjointSets {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index);
  }

  join(a: number, b: number): void {
    this.#parent[this.#root(a)] = this.#root(b);
  }

  /** The groups, each in ascending order. */
  groups(): number[][] {
    return [...groupBy(this.#parent.keys(), (index) => this.#root(index)).values()];
  }

  #root(index: number): number {
    let at = index;
    for (;;) {
      const parent = this.#parent[at] ?? at;
      if (parent === at) return at;
      const above = this.#parent[parent] ?? parent;
      this.#parent[at] = above;
      at = above;
    }
  }
}
