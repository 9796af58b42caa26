import type { DivisionLevel } from '../catalog/divisionLevels.js';
import type { Division } from '../divisions/Division.js';
import type { RankedRow, RankingAsked } from '../queries/totals/RankedRow.js';
import type { CubeRow } from './CubeRow.js';

type Rated = Omit<RankedRow, 'rank' | 'percentile' | 'agencyId'>;

/** Synthetic divisions are no peers, but where they stand for a municipality. */
function isPeer(division: Division, level: DivisionLevel, byCode: ReadonlyMap<string, Division>): boolean {
  return division.level === level && (!division.synthetic || byCode.get(division.parent ?? '')?.name === division.name);
}

const rateOf = (numerator: number | null, denominator: number | null, minimum: number): number | null =>
  numerator === null || denominator === null || denominator < minimum || denominator <= 0
    ? null
    : numerator / denominator;

function rate(row: CubeRow<string, number>, minimum: number): Rated | null {
  const [numerator, denominator] = [row.sum(0), row.sum(1)];
  const value = rateOf(numerator, denominator, minimum);
  if (value === null || numerator === null || denominator === null) return null;
  const before = rateOf(row.sumBefore(0), row.sumBefore(1), minimum);
  const { divisionCode } = row;
  const change = before === null ? null : value - before;
  return { value, numerator, denominator, change, divisionCode, entity: Number(divisionCode) };
}

/** Equal values share the place of the first of them. @param values in the order that they are ranked in */
const places = (values: readonly number[]): ReadonlyMap<number, number> => {
  const first = new Map<number, number>();
  for (const [place, value] of values.entries()) if (!first.has(value)) first.set(value, place);
  return first;
};

/** A page of a ranking of divisions, as `queries/totals/ranking` gives it. */
export function rank(
  byCode: ReadonlyMap<string, Division>,
  rows: readonly CubeRow<string, number>[],
  { selection, minimumDenominator, order, first, after }: RankingAsked,
): RankedRow[] {
  const level = selection.groupBy.find((dimension): dimension is DivisionLevel => dimension !== 'YEAR');
  const sign = order === 'ASC' ? 1 : -1;
  const rated = rows
    .filter(({ divisionCode }) => {
      const division = byCode.get(divisionCode ?? '');
      return division !== undefined && level !== undefined && isPeer(division, level, byCode);
    })
    .flatMap((row) => rate(row, minimumDenominator) ?? [])
    .sort((one, other) => sign * (one.value - other.value) || one.entity - other.entity);
  const values = rated.map(({ value }) => value);
  const rankOf = places(values);
  const lowerThan = places(values.toSorted((one, other) => one - other));
  const isBehind = ({ value, entity }: Rated): boolean =>
    after === null || value * sign > after[0] * sign || (value === after[0] && entity > after[1]);
  return rated
    .filter(isBehind)
    .slice(0, first)
    .map((row) => ({
      ...row,
      agencyId: null,
      rank: (rankOf.get(row.value) ?? 0) + 1,
      percentile: rated.length > 1 ? (lowerThan.get(row.value) ?? 0) / (rated.length - 1) : null,
    }));
}
