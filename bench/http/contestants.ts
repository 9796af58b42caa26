import { type Figure, gongkaiFigures, postgraphileFigures, type PostgraphileShape } from './figures.js';
import { type QuestionName, provinceCondition, QUESTIONS } from './questions.js';
import type { PROGRAMS } from './programs.js';

/** How a contestant's process is started. */
export interface Launch {
  readonly program: keyof typeof PROGRAMS | 'postgraphile';
  /** Environment variables. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A way to ask a question; where there are several, the bench takes the one that is answered soonest. */
export interface Phrasing {
  readonly query: (question: QuestionName) => string;
  readonly figures: (body: string) => readonly Figure[];
}

export interface Contestant extends Launch {
  readonly name: string;
  readonly phrasings: readonly Phrasing[];
}

const OUR_PHRASING: Phrasing = { query: (question) => QUESTIONS[question], figures: gongkaiFigures };

const ours = (name: string, program: keyof typeof PROGRAMS, settings: Launch['settings'] = {}): Contestant => ({
  name,
  program,
  settings,
  phrasings: [OUR_PHRASING],
});

const phrasing = (shape: PostgraphileShape, query: (place: string) => string): Phrasing => ({
  query: (question) => query(provinceCondition(question)),
  figures: (body) => postgraphileFigures(shape, body),
});

const SUMS = 'sum { total reported expected }';

/** Grouped by pg-aggregates, over all at once or in each city. */
const grouped = (all: string, ofCity: string): Phrasing[] => [
  phrasing(
    'groups',
    (place) => `{ answer: ${all}(condition: { ${place} disposition: NOT_HELD }) {
      groupedAggregates(groupBy: [CITY_CODE, CITY_NAME, YEAR]) { keys ${SUMS} } } }`,
  ),
  phrasing(
    'groupsOfCities',
    (place) => `{ answer: allCitiesList(condition: { ${place} }) { name
      totals: ${ofCity}(condition: { disposition: NOT_HELD }) { groupedAggregates(groupBy: [YEAR]) { keys ${SUMS} } } } }`,
  ),
];

/** The rows of the materialized view as they are: it holds one for each group. */
const ROWS: readonly Phrasing[] = [
  phrasing(
    'rows',
    (place) => `{ answer: allCityTotalsList(condition: { ${place} disposition: NOT_HELD }, orderBy: NATURAL) {
      cityName year total reported expected } }`,
  ),
  phrasing(
    'rowsOfCities',
    (place) => `{ answer: allCitiesList(condition: { ${place} }) { name
      totals: cityTotalsByCityCodeList(condition: { disposition: NOT_HELD }) { year total reported expected } } }`,
  ),
];

const postgraphile = (name: string, phrasings: readonly Phrasing[]): Contestant => ({
  name,
  program: 'postgraphile',
  settings: {},
  phrasings,
});

export const GONGKAI = ours('gongkai, computed', 'gongkai', { GONGKAI_STORED_MB: '0' });
export const STORED = ours('gongkai, stored', 'gongkai');
const APOLLO = ours('stock Apollo Server, constant', 'apollo');
export const BARE = ours('bare node:http, same bytes', 'bare');
const POSTGRAPHILE_VIEW = postgraphile('PostGraphile (a): view', grouped('allOutcomes', 'outcomesByCityCode'));
export const POSTGRAPHILE_TOTALS = postgraphile(
  'PostGraphile (b): materialized view',
  grouped('allCityTotals', 'cityTotalsByCityCode'),
);

/** The first gives the answer that the others are compared with. */
export const CONTESTANTS: readonly Contestant[] = [
  GONGKAI,
  STORED,
  POSTGRAPHILE_VIEW,
  POSTGRAPHILE_TOTALS,
  postgraphile('PostGraphile (b), rows as they are', ROWS),
  APOLLO,
  BARE,
];
