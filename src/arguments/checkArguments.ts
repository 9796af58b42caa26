import type { DivisionIndex } from '../divisions/DivisionIndex.js';
import type { ReportDimension } from '../queries/totals/selection.js';
import { BadUserInputError } from './queryErrors.js';

const MAX_FIRST = 200;
/** Lists longer than this are no question of a person or a dashboard. */
const MAX_LIST = 5_000;
const MAX_TEXT = 100;
const DIVISION_DIMENSIONS: readonly string[] = ['PROVINCE', 'CITY', 'COUNTY'];

/** An empty list would ask for nothing: more likely a mistake than a question. */
export function checkList(argument: string, list: readonly unknown[] | null | undefined): void {
  if (list?.length === 0) throw new BadUserInputError(`${argument} is an empty list: leave it out for all`);
  if (list && list.length > MAX_LIST)
    throw new BadUserInputError(`${argument} has ${list.length} entries, at most ${MAX_LIST} are allowed`);
}

/** No report is of a year outside of these: beyond them the year before may be no number of the database. */
const YEARS = { first: 0, last: 9_999 };

const inCalendar = (year: number | null): number | null =>
  year === null ? null : Math.min(Math.max(year, YEARS.first), YEARS.last);

/** null where open. */
export function checkYears(years: { readonly from?: number | null; readonly to?: number | null } | null | undefined): {
  from: number | null;
  to: number | null;
} {
  const from = years?.from ?? null;
  const to = years?.to ?? null;
  if (from !== null && to !== null && from > to)
    throw new BadUserInputError(`filter.years: from (${from}) is after to (${to})`);
  return { from: inCalendar(from), to: inCalendar(to) };
}

/** Division codes that exist; null where none are given. */
export function checkCodes(
  argument: string,
  codes: readonly string[] | null | undefined,
  divisions: DivisionIndex,
): readonly string[] | null {
  checkList(argument, codes);
  const unknown = codes?.filter((code) => divisions.byCode(code) === null) ?? [];
  if (unknown.length > 0) throw new BadUserInputError(`${argument}: no division has the code ${unknown.join(', ')}`);
  return codes ? [...new Set(codes)] : null;
}

/** The dimensions of reports among those asked, each once. */
export function checkDimensions(groupBy: readonly string[]): readonly ReportDimension[] {
  const dimensions = [...new Set(groupBy)].filter((dimension) => REPORT_DIMENSIONS.has(dimension)) as ReportDimension[];
  const levels = dimensions.filter((dimension) => DIVISION_DIMENSIONS.includes(dimension));
  if (levels.length > 1)
    throw new BadUserInputError(`groupBy takes at most one of PROVINCE, CITY and COUNTY, found ${levels.join(', ')}`);
  return dimensions;
}
const REPORT_DIMENSIONS = new Set(['YEAR', ...DIVISION_DIMENSIONS, 'AGENCY', 'AGENCY_KIND']);

/** null where not given. */
export function checkFirst(first: number | null | undefined): number | null {
  if (first == null) return null;
  if (first < 1 || first > MAX_FIRST)
    throw new BadUserInputError(`first must be from 1 to ${MAX_FIRST}, found ${first}`);
  return first;
}

/** The text that is searched for, without white space around it; null where none is given. */
export function checkText(argument: string, text: string | null | undefined): string | null {
  if (text == null) return null;
  const searched = text.trim();
  if (searched === '' || searched.length > MAX_TEXT)
    throw new BadUserInputError(`${argument} must be 1 to ${MAX_TEXT} characters, found ${searched.length}`);
  // PostgreSQL has no texts with it.
  if (searched.includes('\0')) throw new BadUserInputError(`${argument} must have no character U+0000`);
  return searched;
}
