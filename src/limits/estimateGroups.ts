import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import { DISCLOSURE_ITEM_CODES, DISCLOSURE_MEASURE_CODES } from '../catalog/disclosures.js';
import { DISPOSITION_CODES } from '../catalog/dispositions.js';
import { REVIEW_TRACK_CODES } from '../catalog/reviews.js';
import type { DivisionIndex } from '../divisions/DivisionIndex.js';

/** What an estimate is made with. */
export interface Known {
  readonly divisions: DivisionIndex;
  readonly dueYear: number;
}

/** Agencies of a county, from above: China's 140,000 over its 2,900 counties. */
const AGENCIES_OF_COUNTY = 48;
/** No answer without `first` holds more. */
const MOST = 50_000;
/** The Regulations took effect in 2008. */
const FIRST_YEAR = 2008;
const NATION = '100000';

const LEVELS = ['PROVINCE', 'CITY', 'COUNTY'] as const;

/** The dimensions that are neither places nor the year: what narrows them in the filter, and how many values they have. */
const DIMENSIONS: ReadonlyMap<unknown, { readonly filter: string; readonly size: number }> = new Map([
  ['DISPOSITION', { filter: 'dispositions', size: DISPOSITION_CODES.length }],
  ['AGENCY_KIND', { filter: 'agencyKinds', size: AGENCY_KIND_CODES.length }],
  ['ITEM', { filter: 'items', size: DISCLOSURE_ITEM_CODES.length }],
  ['MEASURE', { filter: 'measures', size: DISCLOSURE_MEASURE_CODES.length }],
  ['TRACK', { filter: 'tracks', size: REVIEW_TRACK_CODES.length }],
]);
/** Indicators, where `codes` names none. */
const INDICATORS = 10;

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const lengthOr = (value: unknown, otherwise: number): number => (Array.isArray(value) ? value.length : otherwise);

const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Places beneath a division that a dimension tells apart, the division's own group among them. */
function placesIn(code: string, groupBy: readonly unknown[], divisions: DivisionIndex): number {
  if (groupBy.includes('AGENCY')) return AGENCIES_OF_COUNTY * (1 + divisions.childrenOf(code, 'COUNTY').length);
  const level = LEVELS.find((each) => groupBy.includes(each));
  return level === undefined ? 1 : 1 + divisions.childrenOf(code, level).length;
}

function yearsOf(range: unknown, dueYear: number): number {
  const from = Math.max(numberOr(field(range, 'from'), FIRST_YEAR), FIRST_YEAR);
  const to = Math.min(numberOr(field(range, 'to'), dueYear + 1), dueYear + 1);
  return Math.max(1, to - from + 1);
}

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
export function estimateGroups(
  { name, args, at, inAgency, times }: TotalsField,
  { divisions, dueYear }: Known,
): number {
  const groupBy: readonly unknown[] = Array.isArray(args['groupBy']) ? args['groupBy'] : [];
  const { filter } = args;
  let rows = name === 'indicators' ? lengthOr(args['codes'], INDICATORS) : 1;
  if (groupBy.includes('YEAR')) rows *= yearsOf(field(filter, 'years'), dueYear);
  for (const dimension of groupBy) {
    const known = DIMENSIONS.get(dimension);
    if (known) rows *= lengthOr(field(filter, known.filter), known.size);
  }
  const most = numberOr(args['first'], MOST);
  if (inAgency) return times * Math.min(rows, most);
  const within = field(filter, 'within');
  const asked: readonly unknown[] = Array.isArray(within) ? within : [NATION];
  const sum = (places: readonly unknown[]): number =>
    places.reduce<number>((total, code) => total + placesIn(String(code), groupBy, divisions), 0);
  if (at === null) return times * Math.min(rows * sum(asked), most);
  const limit = Math.min(rows * sum(asked), most);
  return at.reduce((total, code) => total + Math.min(rows * placesIn(code, groupBy, divisions), limit), 0);
}
