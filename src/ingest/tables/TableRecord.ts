/** A field as it stands in the file. */
export interface FieldValue {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** One entry of a table that somebody made, as it stands in the file; what is empty is left out. */
export interface TableRecord<Field extends string> {
  readonly line: number;
  readonly fields: Partial<Record<Field, FieldValue>>;
}
