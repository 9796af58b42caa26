/** The stages from a document's bytes to its report, in order. */
export const STAGES = ['read', 'recognize', 'extract', 'narrate', 'identify', 'validate', 'check'] as const;
export type Stage = (typeof STAGES)[number];
