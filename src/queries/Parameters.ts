/** The parameters of a statement of which only what is asked stands in the text, in the order of their places. */
export class Parameters {
  readonly values: unknown[];

  /** @param first what has the places from $1 on */
  constructor(...first: readonly unknown[]) {
    this.values = [...first];
  }

  /** The place of a further one. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** A condition on a value; none where it is null. */
  given(value: unknown, condition: (place: string) => string): string {
    return value === null ? '' : `and ${condition(this.add(value))}`;
  }
}
