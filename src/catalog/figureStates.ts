/** Why a figure has no value, or that it has one: printed · printed blank ("", "/", dash) · null with a finding · cell not located. */
export const FIGURE_STATES = ['REPORTED', 'BLANK', 'UNREADABLE', 'ABSENT'] as const;
export type FigureState = (typeof FIGURE_STATES)[number];
