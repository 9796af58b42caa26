import type { DisclosureMeasure } from './disclosures.js';
import type { Label } from './label.js';

/** What a reader must know before figures are compared. Source: domain, section 1.4. */
export const CAVEATS = {
  stock: { zh: '存量指标，不跨年相加。', en: 'A stock: not added over years.' },
  signed: { zh: '增减数，可为负。', en: 'A change: it may be negative.' },
  rate: { zh: '由分子、分母之和重新计算，不取平均。', en: 'Recomputed from summed parts, never averaged.' },
  reviews: {
    zh: '2024年1月1日起施行的行政复议法（第二十三条）要求对不予公开先申请行政复议再起诉：2023年与2024年之间数列中断。',
    en: 'Since 1 January 2024 the Administrative Reconsideration Law (article 23) demands reconsideration before a suit over a refusal: the series breaks between 2023 and 2024.',
  },
  made: {
    zh: '2019年格式的新制作与2021年格式的制发相近而不相同，不能连成一个数列。',
    en: 'Newly made (2019) and issued (2021) are near, not equal: never one series.',
  },
  inForce: {
    zh: '2019年格式的对外公开总数与2021年格式的现行有效不是同一口径，不能连成一个数列。',
    en: 'Total public (2019) and in force (2021) count different things: never one series.',
  },
  fees: {
    zh: '2019年格式计收费项目数，2021年格式计收费金额，不能连成一个数列。',
    en: 'The form of 2019 counts items of fees, that of 2021 the money collected: never one series.',
  },
  otherHandling: {
    zh: '2019年格式只有其他处理一行，2021年格式分为三行：比较时用三行之和（OTHER_HANDLING）。',
    en: 'One row in the form of 2019, three in that of 2021: compare their sum, OTHER_HANDLING.',
  },
} as const satisfies Record<string, Label>;

const OF_MEASURES: Readonly<Partial<Record<DisclosureMeasure, Label>>> = {
  MADE: CAVEATS.made,
  ISSUED: CAVEATS.made,
  PUBLIC_TOTAL: CAVEATS.inForce,
  IN_FORCE: CAVEATS.inForce,
};

/** Of a measure of one form that looks like one of the other; undefined for any other measure. */
export const caveatOfMeasure = (measure: DisclosureMeasure): Label | undefined => OF_MEASURES[measure];

/** Several caveats in one; null for none. */
export function joinCaveats(...caveats: readonly (Label | false | undefined)[]): Label | null {
  const said = caveats.flatMap((caveat) => caveat || []);
  if (said.length === 0) return null;
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
}
