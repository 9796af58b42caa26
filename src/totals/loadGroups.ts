import { writeCursor } from '../cursor.js';
import type { TotalsLoader } from '../loaders/totalsLoader.js';
import type { ColumnCoverage, GroupRow } from '../queries/totals/groups.js';
import { MAX_GROUPS, MAX_GROUPS_TOGETHER } from '../queries/totals/page.js';
import type { GroupKeys, Rootless } from '../queries/totals/selection.js';
import { TooManyGroupsError } from '../queryErrors.js';
import type { TotalsQuestion, TotalsRoot } from './TotalsQuestion.js';

/** What names a group for a further question about it. */
export interface GroupPlace extends Pick<TotalsRoot, 'of'> {
  readonly selection: Rootless;
  readonly key: string;
}

/** A group as the API gives it, whatever is added up. */
export interface GroupAnswer extends Omit<GroupKeys, 'root' | 'key'> {
  readonly coverages: readonly ColumnCoverage[];
  readonly cursor: string;
  readonly place: GroupPlace;
}

/** Where there are too many, the statement sends the first alone, with their number. */
function refuseTooMany(row: GroupRow<string, unknown> | undefined, first: number | null): void {
  if (!row) return;
  if (first === null && row.groups > MAX_GROUPS) throw new TooManyGroupsError(MAX_GROUPS, row.groups);
  if (row.together > MAX_GROUPS_TOGETHER) throw new TooManyGroupsError(MAX_GROUPS_TOGETHER, row.together);
}

/** The groups of a question where it stands, each answered by `answer` with what all groups have. */
export async function loadGroups<Code extends string, Sum, Answer>(
  loader: TotalsLoader<Code, Sum>,
  { of, key: root }: TotalsRoot,
  question: TotalsQuestion<Code>,
  answer: (row: GroupRow<Code, Sum>) => Answer,
): Promise<readonly (Answer & GroupAnswer)[]> {
  const { selection, page } = question;
  const rows = await loader.load({ root, question: { of, ...question } });
  refuseTooMany(rows[0], page.first);
  return rows.map((row) => {
    const { year, divisionCode, agencyId, agencyKind, coverages, cursor, key } = row;
    return {
      ...{ year, divisionCode, agencyId, agencyKind, coverages, cursor: writeCursor(cursor) },
      place: { of, selection, key },
      ...answer(row),
    };
  });
}
