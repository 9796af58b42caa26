/** What every contestant has to find out: name of the city, year, total (null where nobody printed one), reported, expected. */
export type Figure = readonly [city: string, year: number, total: number | null, reported: number, expected: number];

/** By city and year, then by all else: several cities go by the name 省直辖县级行政区划. */
const inOrder = (figures: readonly Figure[]): Figure[] =>
  figures
    .map((figure) => ({ figure, key: figure.join(' ') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ figure }) => figure);

interface Group {
  readonly year: number;
  readonly total: number | null;
  readonly coverage: { readonly reported: number; readonly expected: number };
}
interface GongkaiAnswer {
  readonly data: {
    readonly division: {
      readonly children: readonly { readonly name: string; readonly applicationTotals: readonly Group[] }[];
    };
  };
}

/** The figures in an answer of gongkai's schema. */
export function gongkaiFigures(body: string): Figure[] {
  const { data } = JSON.parse(body) as GongkaiAnswer;
  return inOrder(
    data.division.children.flatMap(({ name, applicationTotals }) =>
      applicationTotals.map(({ year, total, coverage }): Figure => [
        name,
        year,
        total,
        coverage.reported,
        coverage.expected,
      ]),
    ),
  );
}

/** Sums as PostGraphile has them: large ones as text, and 0 for a sum of nothing. */
interface Sums {
  readonly total: string | null;
  readonly reported: string | number;
  readonly expected: string | number;
}
const figure = (city: string, year: string | number, { total, reported, expected }: Sums): Figure => [
  city,
  Number(year),
  Number(reported) === 0 ? null : Number(total),
  Number(reported),
  Number(expected),
];

type Grouped = readonly { readonly keys: readonly string[]; readonly sum: Sums }[];
type Row = Sums & { readonly year: number };

/** The shapes of PostGraphile's answers, under the alias `answer`. */
export const POSTGRAPHILE_FIGURES = {
  /** `{ groupedAggregates }` of everything, by code, name and year. */
  groups: (answer: { readonly groupedAggregates: Grouped }) =>
    answer.groupedAggregates.map(({ keys: [, city = '', year = ''], sum }) => figure(city, year, sum)),
  /** Cities, each with `totals: { groupedAggregates }` by year. */
  groupsOfCities: (
    answer: readonly { readonly name: string; readonly totals: { readonly groupedAggregates: Grouped } }[],
  ) =>
    answer.flatMap(({ name, totals }) =>
      totals.groupedAggregates.map(({ keys: [year = ''], sum }) => figure(name, year, sum)),
    ),
  /** Rows, each with the name of its city. */
  rows: (answer: readonly (Row & { readonly cityName: string })[]) =>
    answer.map((row) => figure(row.cityName, row.year, row)),
  /** Cities, each with its rows as `totals`. */
  rowsOfCities: (answer: readonly { readonly name: string; readonly totals: readonly Row[] }[]) =>
    answer.flatMap(({ name, totals }) => totals.map((row) => figure(name, row.year, row))),
} as const;
export type PostgraphileShape = keyof typeof POSTGRAPHILE_FIGURES;

/** The figures in an answer of PostGraphile. */
export function postgraphileFigures(shape: PostgraphileShape, body: string): Figure[] {
  const { data } = JSON.parse(body) as { data: { answer: never } };
  return inOrder(POSTGRAPHILE_FIGURES[shape](data.answer));
}
