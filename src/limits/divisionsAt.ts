import { DIVISION_LEVELS } from '../catalog/divisionLevels.js';
import type { DivisionIndex } from '../divisions/DivisionIndex.js';

/** A field, its arguments, coerced, and where it stands. */
export interface FieldAt {
  /** Type that has the field. */
  readonly parent: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** The divisions in which it stands; null where it stands in something else. */
  readonly at: readonly string[] | null;
}

/** What each of them gives; more than `limit` are not listed to the end. */
function ofEach(at: readonly string[], limit: number, give: (code: string) => readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const code of at) {
    if (found.length > limit) break;
    for (const given of give(code)) found.push(given);
  }
  return found;
}

/** The divisions that a field answers with; null where that cannot be told. More than `limit` are not listed to the end. */
export function divisionsAt(
  { parent, name, args, at }: FieldAt,
  divisions: DivisionIndex,
  limit: number,
): readonly string[] | null {
  const level = DIVISION_LEVELS.find((each) => each === args['level']) ?? null;
  const { code, within } = args;
  switch (`${parent}.${name}`) {
    case 'Query.division':
      if (typeof code === 'string') return [code];
      return divisions
        .byName(String(args['name']))
        .slice(0, 1)
        .map((each) => each.code);
    case 'Query.divisions':
      return divisions.all
        .filter((each) => level === null || each.level === level)
        .filter((each) => typeof within !== 'string' || each.code === within || each.ancestors.includes(within))
        .map((each) => each.code);
    case 'Division.parent':
      return at && ofEach(at, limit, (each) => [divisions.byCode(each)?.parent ?? each]);
    case 'Division.ancestors':
      return at && ofEach(at, limit, (each) => divisions.byCode(each)?.ancestors ?? []);
    case 'Division.children':
      return at && ofEach(at, limit, (each) => divisions.childrenOf(each, level).map((child) => child.code));
    default:
      return null;
  }
}
