import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { flagshipQuery } from '../src/flagshipQuery.js';
import { ingestPaths, type Outcome } from '../src/ingest/ingest.js';
import { createTestApi, type TestApi } from './harness/api.js';

/** The two documents this project began with; where they are not at hand, the samples with the same figures. */
const SEEDS = '../shared/seeds';
const SLUGS = ['nanyang-general-office-2020', 'nanyang-integration-zone-2020'] as const;
const FILES = existsSync(SEEDS)
  ? readdirSync(SEEDS)
      .sort()
      .map((name) => join(SEEDS, name))
  : SLUGS.map((slug) => `data/samples/${slug}.txt`);

let api: TestApi;
let first: Outcome[];
beforeAll(async () => {
  api = await createTestApi();
  first = await ingest();
});
afterAll(() => api.close());

async function ingest(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  await ingestPaths(FILES, { dataSource: api.database.dataSource, onOutcome: (outcome) => outcomes.push(outcome) });
  return outcomes;
}

const COLUMNS = {
  naturalPerson: 'NATURAL_PERSON',
  business: 'BUSINESS',
  research: 'RESEARCH',
  nonprofit: 'NONPROFIT',
  legalService: 'LEGAL_SERVICE',
  otherOrganization: 'OTHER_ORGANIZATION',
  total: 'TOTAL',
} as const;

type Row = Readonly<Record<string, string | number | null>>;
interface Figures {
  readonly outcomes: readonly Row[];
  readonly disclosures: readonly Row[];
  readonly reviews: readonly Row[];
}

const text = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));

/** Every figure of a report over the API, by its place. */
function byPlace({ outcomes, disclosures, reviews }: Figures): Record<string, string | null> {
  return Object.fromEntries([
    ...outcomes.flatMap((row) =>
      Object.entries(COLUMNS).map(([field, code]) => [`APPLICATIONS/${row['disposition']}/${code}`, text(row[field])]),
    ),
    ...disclosures.map((row) => [`DISCLOSURES/${row['item']}/${row['measure']}`, text(row['value'])]),
    ...reviews.flatMap((row) =>
      ['upheld', 'corrected', 'other', 'pending', 'total'].map((field) => [
        `REVIEWS/${row['track']}/${field.toUpperCase()}`,
        text(row[field]),
      ]),
    ),
  ]) as Record<string, string | null>;
}

test.each(SLUGS.map((slug, index) => [slug, index] as const))(
  '%s: every cell comes back as printed',
  async (slug, index) => {
    const { figures } = JSON.parse(readFileSync(`test/fixtures/samples/${slug}.json`, 'utf8')) as {
      figures: Record<string, string | null>;
    };
    const { report } = await api.ask<{ report: Figures }>(
      `query ($id: ID!) { report(id: $id) {
        outcomes { disposition ${Object.keys(COLUMNS).join(' ')} }
        disclosures { item measure value }
        reviews { track upheld corrected other pending total } } }`,
      { id: first[index]?.reportId },
    );
    expect(byPlace(report)).toEqual(figures);
  },
);

test('the flagship query gives 25 for 南阳市 in 2020, from both', async () => {
  const { division } = await api.ask<{
    division: {
      children: {
        name: string;
        applicationTotals: { year: number; total: number | null; coverage: { reported: number; expected: number } }[];
      }[];
    };
  }>(flagshipQuery);
  const nanyang = division.children.find(({ name }) => name === '南阳市');
  expect(nanyang?.applicationTotals[0]).toEqual({
    year: 2020,
    total: 25,
    coverage: { reported: 2, expected: 2 },
  });
});

test('taken in again they are unchanged', async () => {
  expect(first.map(({ status }) => status)).toEqual(['stored', 'stored']);
  expect((await ingest()).map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);
});
