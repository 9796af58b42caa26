import type { Label } from './label.js';

/** Units of figures (单位). */
export const UNITS = {
  APPLICATIONS: { zh: '件申请', en: 'Applications' },
  CASES: { zh: '件', en: 'Cases of review or litigation' },
  ITEMS: { zh: '件（项）', en: 'Items: documents, decisions, projects' },
  CNY_10K: { zh: '万元', en: 'Ten thousand yuan' },
  FRACTION: { zh: '比值', en: 'A fraction: 0.25 is 25%' },
} as const satisfies Record<string, Label>;
export type Unit = keyof typeof UNITS;
export const UNIT_CODES = Object.keys(UNITS) as Unit[];
