/** What a request asks, as the protocol of GraphQL over HTTP has it. */
export interface Question {
  /** The document; null where it is named by its hash alone. */
  readonly query: string | null;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** SHA-256 of a persisted query; null where none is named. */
  readonly hash: string | null;
}
