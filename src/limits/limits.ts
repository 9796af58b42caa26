/**
 * What one request may cost. Every number is far above what a question needs and far below what hurts; whoever passes
 * one is told its name and value.
 */
export const LIMITS = {
  /** Bytes of a POST body. The longest list of codes that is allowed (5,000) takes 45 kB. */
  bodyBytes: 256 * 1024,
  /** Tokens of a document. Introspection by tools takes some 200; validating the worst of this length takes 0.2 s. */
  tokens: 2_000,
  /** Fields below one another. Introspection goes 15 deep; division, children, reports, agency, totals, coverage go 8. */
  depth: 20,
  /** Aliases of a document, each counted where it is written. */
  aliases: 100,
  /** Fields at the root: each is a question of its own, with statements of its own. */
  rootFields: 30,
  /**
   * Values of an answer, estimated from above: 50,000 groups, the most that one answer holds, of eight fields each. As
   * JSON that is about 10 MB, half a second's work.
   */
  values: 500_000,
  /** One statement in the database (ms): what takes longer is no question for a dashboard. */
  statementMs: 10_000,
  /** One request, from its head to the end of its answer (ms). */
  answerMs: 30_000,
  /** Receiving one request (ms), so that none is held open by sending it drop by drop. */
  receiveMs: 30_000,
  /** Questions of a process that are being received, computed or waited for; beyond it a client is asked to come back. */
  waiting: 500,
} as const;
