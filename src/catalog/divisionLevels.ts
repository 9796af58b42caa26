/** Levels of administrative divisions (行政区划): 全国 · 省级 · 地级 · 县级. */
export const DIVISION_LEVELS = ['NATION', 'PROVINCE', 'CITY', 'COUNTY'] as const;
export type DivisionLevel = (typeof DIVISION_LEVELS)[number];

/** The code of the nation, by convention: no standard has one. */
export const NATION = '100000';
