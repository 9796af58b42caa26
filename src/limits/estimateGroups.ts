import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import { DISCLOSURES } from '../catalog/disclosures.js';
import { DISPOSITION_CODES } from '../catalog/dispositions.js';
import { NATION } from '../catalog/divisionLevels.js';
import { INDICATOR_CODES } from '../catalog/indicators.js';
import { REVIEW_TRACK_CODES } from '../catalog/reviews.js';
import type { DivisionIndex } from '../divisions/DivisionIndex.js';
import type { RosterSize } from '../queries/rosterSize.js';
import { MAX_GROUPS } from '../queries/totals/page.js';

/** What an estimate is made with. */
export interface Known {
  readonly divisions: DivisionIndex;
  readonly dueYear: number;
  /** Left out: as many agencies as China has, for as long as there are reports. */
  readonly roster?: RosterSize;
}

/** Agencies of a county, from above: China's 140,000 over its 2,900 counties. */
const AGENCIES_OF_COUNTY = 48;
/** The Regulations took effect in 2008. */
const FIRST_YEAR = 2008;

const LEVELS = ['PROVINCE', 'CITY', 'COUNTY'] as const;

/** The dimensions of a form's rows: what narrows them in the filter, and how many values they have. */
const ROWS: ReadonlyMap<unknown, { readonly filter: string; readonly size: number }> = new Map([
  ['DISPOSITION', { filter: 'dispositions', size: DISPOSITION_CODES.length }],
  ['TRACK', { filter: 'tracks', size: REVIEW_TRACK_CODES.length }],
]);

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const lengthOr = (value: unknown, otherwise: number): number => (Array.isArray(value) ? value.length : otherwise);

const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Groups of one year and row beneath a division, its own among them: at least one agency is in each, and no agency in two. */
function placesIn(code: string, groupBy: readonly unknown[], filter: unknown, { divisions, roster }: Known): number {
  const most = Math.max(1, roster?.agencies ?? Infinity);
  const counties = (): number => divisions.childrenOf(code, 'COUNTY').length;
  if (groupBy.includes('AGENCY')) return Math.min(AGENCIES_OF_COUNTY * (1 + counties()), most);
  const level = LEVELS.find((each) => groupBy.includes(each));
  const places = level === undefined ? 1 : 1 + divisions.childrenOf(code, level).length;
  const kinds = groupBy.includes('AGENCY_KIND') ? lengthOr(field(filter, 'agencyKinds'), AGENCY_KIND_CODES.length) : 1;
  return Math.min(places * kinds, most);
}

function yearsOf(range: unknown, { dueYear, roster }: Known): number {
  const first = roster?.firstYear ?? FIRST_YEAR;
  const from = Math.max(numberOr(field(range, 'from'), first), first);
  const to = Math.min(numberOr(field(range, 'to'), dueYear + 1), dueYear + 1);
  return Math.max(1, to - from + 1);
}

/** Rows of a form that each place and year has a group for. */
function rowsOf(name: string, args: Readonly<Record<string, unknown>>, groupBy: readonly unknown[]): number {
  const { filter } = args;
  if (name === 'indicators') return lengthOr(args['codes'], INDICATOR_CODES.length);
  if (name === 'disclosureTotals') return pairsOf(field(filter, 'items'), field(filter, 'measures'));
  return groupBy.reduce<number>((rows, dimension) => {
    const known = ROWS.get(dimension);
    return known ? rows * lengthOr(field(filter, known.filter), known.size) : rows;
  }, 1);
}

/** Pairs of item and measure that some form prints; null takes all. */
const pairsOf = (items: unknown, measures: unknown): number =>
  DISCLOSURES.filter(
    ({ item, measure }) =>
      (!Array.isArray(items) || items.includes(item)) && (!Array.isArray(measures) || measures.includes(measure)),
  ).length;

/** A field of totals and where it stands. */
export interface TotalsField {
  readonly name: string;
  /** Its arguments, coerced. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The divisions in which it stands; null: at the root of the query, or in agencies. */
  readonly at: readonly string[] | null;
  readonly inAgency: boolean;
  /** In how many objects it stands. */
  readonly times: number;
}

/** How many groups a field of totals has at most, over all the places where it stands. */
export function estimateGroups({ name, args, at, inAgency, times }: TotalsField, known: Known): number {
  const groupBy: readonly unknown[] = Array.isArray(args['groupBy']) ? args['groupBy'] : [];
  const { filter } = args;
  const years = groupBy.includes('YEAR') ? yearsOf(field(filter, 'years'), known) : 1;
  const rows = years * rowsOf(name, args, groupBy);
  const most = numberOr(args['first'], MAX_GROUPS);
  if (inAgency) return times * Math.min(rows, most);
  const within = field(filter, 'within');
  const asked: readonly unknown[] = Array.isArray(within) ? within : [NATION];
  const sum = (places: readonly unknown[]): number =>
    places.reduce<number>((total, code) => total + placesIn(String(code), groupBy, filter, known), 0);
  if (at === null) return times * Math.min(rows * sum(asked), most);
  const limit = Math.min(rows * sum(asked), most);
  return at.reduce((total, code) => total + Math.min(rows * placesIn(code, groupBy, filter, known), limit), 0);
}
