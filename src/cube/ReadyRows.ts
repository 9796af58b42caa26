/** How many rows may be kept ready, of all questions together. */
export class Room {
  #left: number;

  constructor(private readonly rows: number) {
    this.#left = rows;
  }

  /** Whether there is room for so many; then it is taken. */
  take(rows: number): boolean {
    if (rows > this.#left) return false;
    this.#left -= rows;
    return true;
  }

  /** All of it is free again. */
  clear(): void {
    this.#left = this.rows;
  }
}

/**
 * The rows of a question by where it stands, kept from its second coming on: one with variables is another one each time,
 * and would be kept in vain.
 */
export class ReadyRows<Row> {
  readonly #rows = new Map<string | null, readonly Row[]>();
  #first: string | null | undefined;
  #isAgain = false;

  constructor(private readonly room: Room) {}

  /** Those kept, or those found, which are null where there are too many. */
  of(root: string | null, find: (root: string | null) => readonly Row[] | null): readonly Row[] | null {
    const known = this.#rows.get(root);
    if (known !== undefined) return known;
    const rows = find(root);
    if (this.#first === undefined) this.#first = root;
    else this.#isAgain ||= this.#first === root;
    // A place without rows takes some as well.
    if (this.#isAgain && rows !== null && this.room.take(rows.length + 1)) this.#rows.set(root, rows);
    return rows;
  }
}
