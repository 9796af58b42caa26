import type { DivisionLevel } from '../catalog/divisionLevels.js';
import { checkCodes, checkText } from '../arguments/checkArguments.js';
import { AmbiguousNameError, BadUserInputError } from '../arguments/queryErrors.js';
import type { Division } from './Division.js';
import type { DivisionIndex } from './DivisionIndex.js';

/** One division by exactly one of code and name; null where there is none. Throws for a name that several bear. */
export function findDivision(
  divisions: DivisionIndex,
  code: string | null | undefined,
  name: string | null | undefined,
): Division | null {
  if ((code == null) === (name == null))
    throw new BadUserInputError(
      `division takes exactly one of code and name, found ${code == null ? 'neither' : 'both'}`,
    );
  if (code != null) return divisions.byCode(code);
  const found = divisions.byName((name ?? '').trim());
  if (found.length > 1) throw new AmbiguousNameError(name ?? '', found);
  return found[0] ?? null;
}

export interface DivisionsAsked {
  readonly level?: DivisionLevel | null | undefined;
  readonly within?: string | null | undefined;
  readonly search?: string | null | undefined;
}

/** Divisions in order of code. Throws for an unknown code and for a text that cannot be searched. */
export function findDivisions(
  divisions: DivisionIndex,
  { level, within, search }: DivisionsAsked,
): readonly Division[] {
  checkCodes('within', within == null ? null : [within], divisions);
  const text = checkText('search', search);
  return divisions.all.filter(
    (division) =>
      (level == null || division.level === level) &&
      (within == null || division.code === within || division.ancestors.includes(within)) &&
      (text === null || division.fullName.includes(text)),
  );
}

export const parentOf = (divisions: DivisionIndex, code: string): Division | null => {
  const parent = divisions.byCode(code)?.parent;
  return parent == null ? null : divisions.byCode(parent);
};

export const ancestorsOf = (divisions: DivisionIndex, code: string): readonly Division[] =>
  (divisions.byCode(code)?.ancestors ?? []).flatMap((ancestor) => divisions.byCode(ancestor) ?? []);
