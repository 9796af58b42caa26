import type { DataSource, EntityManager } from 'typeorm';
import { snapshot } from '../../database/snapshot.js';
import { agenciesOnPage } from './agenciesOnPage.js';
import { agencyGroups } from './agencyGroups.js';
import { type Figures, type GroupRow, groupRows, type GroupsAsked } from './groupRows.js';
import { MAX_GROUPS, MAX_GROUPS_TOGETHER } from './page.js';

/** Where all places have more groups than an answer holds, or have them together: the first of each, with these numbers. */
async function tooMany<Code extends string, Sum>(
  manager: EntityManager,
  asked: GroupsAsked<Code>,
  figures: Figures,
): Promise<GroupRow<Code, Sum>[] | null> {
  const { selection, codes, page } = asked;
  if (page.first !== null || page.after !== null) return null;
  const counted = (await agencyGroups(manager, selection)).map((one) => ({
    ...one,
    groups: one.groups * codes.length,
  }));
  const together = counted.reduce((sum, one) => sum + Math.min(one.groups, MAX_GROUPS), 0);
  const areAll = counted.length > 0 && counted.every((one) => one.groups > MAX_GROUPS);
  if (!areAll && together <= MAX_GROUPS_TOGETHER) return null;
  const agencyIds = counted.map(({ agencyId }) => agencyId);
  const narrowed = { selection: { ...selection, agencyIds }, codes, page: { ...page, first: 1 } };
  const rows = await groupRows<Code, Sum>(manager, narrowed, figures);
  return counted.flatMap(({ root, groups }) =>
    rows.filter((row) => row.root === root).map((row) => ({ ...row, groups, together })),
  );
}

/** The agencies of the page are found first, by what is cheap to know, then only these are looked at; all of one state of the database. */
const ofAgencies = <Code extends string, Sum>(
  db: DataSource,
  asked: GroupsAsked<Code>,
  figures: Figures,
): Promise<GroupRow<Code, Sum>[]> =>
  snapshot(db, async ({ manager }) => {
    const refused = await tooMany<Code, Sum>(manager, asked, figures);
    if (refused !== null) return refused;
    const agencyIds = await agenciesOnPage(manager, asked, figures);
    const selection = { ...asked.selection, ...(agencyIds && { agencyIds }) };
    return groupRows<Code, Sum>(manager, { ...asked, selection }, figures);
  });

/** The groups of every root on their page, each with every code asked. */
export const groups = <Code extends string, Sum>(
  db: DataSource,
  asked: GroupsAsked<Code>,
  figures: Figures,
): Promise<GroupRow<Code, Sum>[]> =>
  asked.selection.groupBy.includes('AGENCY') && asked.selection.roots.of !== 'AGENCY'
    ? ofAgencies(db, asked, figures)
    : groupRows(db, asked, figures);
