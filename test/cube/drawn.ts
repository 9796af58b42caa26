import fc from 'fast-check';
import { AGENCY_KIND_CODES } from '../../src/catalog/agencyKinds.js';
import { DISCLOSURES, disclosureCode } from '../../src/catalog/disclosures.js';
import { DISPOSITION_CODES } from '../../src/catalog/dispositions.js';
import { INDICATOR_CODES } from '../../src/catalog/indicators.js';
import { REVIEW_TRACK_CODES } from '../../src/catalog/reviews.js';
import type { Report } from '../../src/ingest/types.js';
import { applicationTotals } from '../../src/queries/totals/applicationTotals.js';
import { disclosureTotals } from '../../src/queries/totals/disclosureTotals.js';
import { indicatorTotals } from '../../src/queries/totals/indicatorTotals.js';
import type { Page } from '../../src/queries/totals/page.js';
import type { RankingAsked } from '../../src/queries/totals/RankedRow.js';
import { reviewTotals } from '../../src/queries/totals/reviewTotals.js';
import type { ReportDimension, Roots, Selection } from '../../src/queries/totals/selection.js';
import type { TotalKind } from '../../src/totals/TotalsSource.js';
import { type Step, step } from '../rollup/writers.js';
import { reports } from '../totals/drawn.js';

const DUE_YEAR = 2021;

/** Each kind of totals: its codes, its columns, and what the database says. */
export const KINDS = {
  applications: { codes: DISPOSITION_CODES, columns: 7, ask: applicationTotals },
  disclosures: { codes: DISCLOSURES.map(disclosureCode), columns: 1, ask: disclosureTotals },
  reviews: { codes: REVIEW_TRACK_CODES, columns: 5, ask: reviewTotals },
  indicators: { codes: INDICATOR_CODES, columns: 2, ask: indicatorTotals },
} as const satisfies Record<TotalKind, object>;
const KIND_NAMES = Object.keys(KINDS) as TotalKind[];

/** Some of them, in the order that they have. */
const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc
    .shuffledSubarray([...values], { minLength: 1, maxLength: 3 })
    .map((chosen) => values.filter((value) => chosen.includes(value)));

const CODES = ['100000', '110000', '110100', '410000', '411300', '411302', '441900', '500000'];
const roots: fc.Arbitrary<Roots> = fc.oneof(
  fc.constant<Roots>({ of: 'ALL' }),
  fc.shuffledSubarray(CODES, { minLength: 1, maxLength: 4 }).map((codes): Roots => ({ of: 'DIVISION', codes })),
);
const year = (min: number, max: number): fc.Arbitrary<number | null> => fc.option(fc.integer({ min, max }));
const groupBy: fc.Arbitrary<ReportDimension[]> = fc
  .tuple(
    fc.constantFrom<ReportDimension | null>(null, 'NATION', 'PROVINCE', 'CITY', 'COUNTY'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([level, byYear, byKind]) => [
    ...(byYear ? (['YEAR'] as const) : []),
    ...(level ? [level] : []),
    ...(byKind ? (['AGENCY_KIND'] as const) : []),
  ]);

const selection: fc.Arbitrary<Selection> = fc
  .record({
    roots,
    from: year(2016, 2021),
    to: year(2018, 2024),
    within: fc.option(fc.shuffledSubarray(CODES, { maxLength: 3 }), { freq: 2 }),
    kinds: fc.option(fc.shuffledSubarray([...AGENCY_KIND_CODES], { maxLength: 3 }), { freq: 2 }),
    scope: fc.constantFrom('OWN' as const, 'CONSOLIDATED' as const),
    groupBy,
    dueYear: fc.constantFrom(DUE_YEAR, 2025),
  })
  .map((drawn) => ({ ...drawn, oneGroup: drawn.groupBy.length === 0, everyAgency: false }));

const page = fc.record({
  order: fc.constantFrom<Page['order']>('NATURAL', 'TOTAL_ASC', 'TOTAL_DESC'),
  first: fc.option(fc.integer({ min: 1, max: 5 })),
});

export interface Drawn {
  readonly kind: TotalKind;
  readonly selection: Selection;
  readonly page: Omit<Page, 'after'>;
  readonly codes: readonly string[];
}
export const question: fc.Arbitrary<Drawn> = fc.constantFrom(...KIND_NAMES).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    selection,
    // Only applications are ordered by their total.
    page: kind === 'applications' ? page : page.map((drawn) => ({ ...drawn, order: 'NATURAL' as const })),
    codes: some<string>(KINDS[kind].codes),
  }),
);

export interface Happening {
  readonly reports: readonly Report[];
  /** What is revised, withdrawn and assigned afterwards. */
  readonly steps: readonly Step[];
  /** Columns that are added up in a second; what is needed beyond is gathered. */
  readonly allowed: number;
}
export const happening: fc.Arbitrary<Happening> = fc.record({
  reports,
  steps: fc.array(step, { maxLength: 6 }),
  allowed: fc.constantFrom(0, 3, 64),
});

export const counted = fc.record({
  root: fc.constantFrom(null, ...CODES),
  from: year(2016, 2021),
  to: year(2018, 2024),
  within: fc.option(fc.shuffledSubarray(CODES, { maxLength: 3 }), { freq: 2 }),
  scope: fc.constantFrom(null, 'OWN' as const, 'CONSOLIDATED' as const),
});

export const rankingAsked: fc.Arbitrary<RankingAsked> = fc
  .record({
    selection,
    year: fc.integer({ min: 2018, max: 2022 }),
    level: fc.constantFrom('NATION' as const, 'PROVINCE' as const, 'CITY' as const, 'COUNTY' as const),
    indicator: fc.constantFrom(...INDICATOR_CODES),
    minimumDenominator: fc.constantFrom(0, 1, 4),
    order: fc.constantFrom('ASC' as const, 'DESC' as const),
    first: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ selection: drawn, year: from, level, ...asked }) => ({
    ...asked,
    selection: { ...drawn, roots: { of: 'ALL' }, from, to: from, groupBy: ['YEAR', level], oneGroup: false },
    after: null,
  }));
