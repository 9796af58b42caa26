import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/dataSource.js';
import { agenciesByIds } from '../../src/queries/agencies.js';
import { findingsOf } from '../../src/queries/findings.js';
import { reportCounts, reportPages } from '../../src/queries/reportPages.js';
import { contentsOf, disclosuresOf, outcomesOf, reviewsOf } from '../../src/queries/reportRows.js';
import { reportsByIds, revisionsOf } from '../../src/queries/reports.js';
import type { ReportRoots } from '../../src/queries/reportsWanted.js';
import { sourcesOf } from '../../src/queries/sources.js';
import { applicationTotals } from '../../src/queries/totals/applicationTotals.js';
import type { GroupsAsked } from '../../src/queries/totals/groupRows.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

/** PostgreSQL makes so many plans for the values at hand before it compares them with one for any. */
const TRIED = 5;
const REPORT = [{ agencyId: 1, reportId: 1 }];
const EVERYTHING = {
  ...{ from: null, to: null, within: null, agencyIds: null, agencyName: null },
  ...{ forms: null, scope: null, hasFindings: null, active: true },
};
const AN_AGENCY: ReportRoots = { of: 'AGENCY', keys: ['1'] };
/** What an agency received, year by year. */
const RECEIVED: GroupsAsked<'RECEIVED'> = {
  selection: {
    roots: { of: 'AGENCY', ids: [1] },
    ...{ from: null, to: null, within: null, kinds: null, scope: 'OWN' as const },
    ...{ groupBy: ['YEAR'], oneGroup: false, everyAgency: false, dueYear: 2025 },
  },
  codes: ['RECEIVED'],
  page: { order: 'NATURAL', first: null, after: null },
};

const QUESTIONS: readonly [name: string, ask: (db: DataSource) => Promise<unknown>][] = [
  ['agenciesByIds', (db) => agenciesByIds(db, [1])],
  ['reportsByIds', (db) => reportsByIds(db, REPORT)],
  ['revisionsOf', (db) => revisionsOf(db, REPORT)],
  ['sourcesOf', (db) => sourcesOf(db, REPORT)],
  ['findingsOf', (db) => findingsOf(db, REPORT)],
  ['outcomesOf', (db) => outcomesOf(db, REPORT)],
  ['reviewsOf', (db) => reviewsOf(db, REPORT)],
  ['disclosuresOf', (db) => disclosuresOf(db, REPORT)],
  ['contentsOf', (db) => contentsOf(db, REPORT)],
  ['applicationTotals', (db) => applicationTotals(db, RECEIVED)],
  ['a page of reports', (db) => reportPages(db, AN_AGENCY, EVERYTHING, 1, null)],
  ['a later page of reports', (db) => reportPages(db, AN_AGENCY, EVERYTHING, 1, [2020, 1, 1])],
  ['a count of reports', (db) => reportCounts(db, AN_AGENCY, EVERYTHING)],
];

test.each(QUESTIONS)('the plan of %s is kept, asked for one thing alone', async (_, ask) => {
  const db = await createDataSource(database.url, { poolSize: 1 }).initialize();
  try {
    for (let time = 0; time < TRIED + 2; time++) await ask(db);
    expect(await db.query('select generic_plans as kept, custom_plans as made from pg_prepared_statements')).toEqual([
      { kept: 2, made: TRIED },
    ]);
  } finally {
    await db.destroy();
  }
});
