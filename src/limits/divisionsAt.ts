import { DIVISION_LEVELS } from '../catalog/divisionLevels.js';
import type { DivisionIndex } from '../divisions/DivisionIndex.js';

/**
 * The divisions that a field answers with, as it stands in the divisions `at`; null where that cannot be told. More than
 * `limit` are not listed to the end.
 */
export function divisionsAt(
  parent: string,
  field: string,
  args: Readonly<Record<string, unknown>>,
  at: readonly string[] | null,
  divisions: DivisionIndex,
  limit: number,
): readonly string[] | null {
  const level = DIVISION_LEVELS.find((each) => each === args['level']) ?? null;
  const { code, name, within } = args;
  if (parent === 'Query' && field === 'division')
    return typeof code === 'string'
      ? [code]
      : divisions
          .byName(String(name))
          .map((each) => each.code)
          .slice(0, 1);
  if (parent === 'Query' && field === 'divisions')
    return divisions.all
      .filter((each) => level === null || each.level === level)
      .filter((each) => typeof within !== 'string' || each.code === within || each.ancestors.includes(within))
      .map((each) => each.code);
  if (parent !== 'Division' || at === null) return null;
  const found: string[] = [];
  for (const each of at) {
    if (found.length > limit) break;
    if (field === 'children') for (const child of divisions.childrenOf(each, level)) found.push(child.code);
    else
      found.push(
        ...(field === 'parent' ? [divisions.byCode(each)?.parent ?? each] : (divisions.byCode(each)?.ancestors ?? [])),
      );
  }
  return found;
}
