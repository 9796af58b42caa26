import type { AnswerContext } from '../context.js';
import type { GroupRow } from '../queries/totals/groupRows.js';
import { MAX_GROUPS, MAX_GROUPS_TOGETHER } from '../queries/totals/page.js';
import { TooManyGroupsError } from '../arguments/queryErrors.js';
import type { GroupsAsked } from './GroupView.js';
import type { TotalsRoot } from './TotalsQuestion.js';
import { type QuestionOf, type Soon, type TotalKind, type TotalRow, whenKnown } from './TotalsSource.js';

/** Where there are too many, the first alone comes, with their number. */
function refuseTooMany(row: GroupRow<string, unknown> | undefined, first: number | null): void {
  if (!row) return;
  if (first === null && row.groups > MAX_GROUPS) throw new TooManyGroupsError(MAX_GROUPS, row.groups);
  if (row.together > MAX_GROUPS_TOGETHER) throw new TooManyGroupsError(MAX_GROUPS_TOGETHER, row.together);
}

/** A kind of totals, and a question about it as it was asked. */
interface Asked<Kind extends TotalKind> extends Pick<GroupsAsked, 'groupBy'> {
  readonly kind: Kind;
  readonly question: QuestionOf<Kind>;
}

/** The groups of a question where it stands, each as its view. */
export function groupsAt<Kind extends TotalKind, View>(
  { kind, question, groupBy }: Asked<Kind>,
  root: TotalsRoot,
  { totals }: AnswerContext,
  View: new (row: TotalRow<Kind>, asked: GroupsAsked) => View,
): Soon<readonly View[]> {
  const { selection, page } = question;
  const asked = { of: root.of, selection, groupBy, kind, order: page.order };
  return whenKnown(totals.groups(kind, root, question), (rows) => {
    refuseTooMany(rows[0], page.first);
    return rows.map((row) => new View(row, asked));
  });
}
