import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { assign } from '../../../src/ingest/decisions/assign.js';
import { stand } from '../../../src/ingest/decisions/stand.js';
import { store } from '../../harness/store.js';
import type { Report } from '../../../src/ingest/types.js';
import { buildReport } from '../../harness/buildReport.js';
import { emptied } from '../../harness/emptied.js';
import { findingsBetween } from '../../harness/findingsBetween.js';
import { naiveFindings } from '../../harness/naive/naiveFindings.js';
import { withDatabase } from '../../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

/** A city and its three districts. */
const BENEATH = { '150300': ['150302', '150303', '150304'] };
const AGENCIES = [
  { agency: '市政府', kind: 'GOVERNMENT', division: '150300' },
  { agency: '市局', kind: 'DEPARTMENT', division: '150300' },
  { agency: '甲区政府', kind: 'GOVERNMENT', division: '150302' },
  { agency: '甲区局', kind: 'DEPARTMENT', division: '150302' },
  { agency: '甲区税务局', kind: 'VERTICAL', division: '150302' },
  { agency: '乙区政府', kind: 'GOVERNMENT', division: '150303' },
  { agency: '丙区镇', kind: 'TOWNSHIP', division: '150304' },
] as const;
const PLACES = [
  ...['RECEIVED', 'TOTAL_HANDLED', 'CARRIED_IN', 'CARRIED_OUT', 'OTHER_HANDLING', 'OVERDUE_FEE', 'OTHER_REASON'].map(
    (row) => `APPLICATIONS/${row}/TOTAL`,
  ),
  ...['IN_FORCE', 'ISSUED', 'REPEALED'].map((measure) => `DISCLOSURES/REGULATIONS/${measure}`),
  ...['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'].map((measure) => `DISCLOSURES/LICENSES/${measure}`),
];

const form = fc.constantFrom('FORM_2019' as const, 'FORM_2021' as const);
const figure = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constant(40) },
  { weight: 1, arbitrary: fc.constant('BLANK') },
);
const document = fc.record({
  of: fc.constantFrom(...AGENCIES),
  year: fc.integer({ min: 2019, max: 2021 }),
  isOwn: fc.boolean(),
  forms: fc.tuple(form, form),
  figures: fc.dictionary(fc.constantFrom(...PLACES), figure),
  /** What becomes of it once it is stored. */
  fate: fc.constantFrom(
    'stays' as const,
    'stays' as const,
    'stays' as const,
    'withdrawn' as const,
    'rescoped' as const,
  ),
});

const SAID = { by: '某甲', at: new Date('2026-01-01T00:00:00Z'), note: null };
const idOf = async (sha256: string): Promise<string> => {
  const [row] = await db.query<{ id: string }[]>(
    `select s.agency_id || '-' || s.report_id as id from source_document as s where s.sha256 = $1`,
    [sha256],
  );
  return row?.id ?? 'none';
};

/** Stores a report, and decides on it; what it is then. */
async function take(report: Report, fate: 'stays' | 'withdrawn' | 'rescoped'): Promise<Report> {
  const { sha256 } = report.source;
  await store(db, report, { sample: false });
  if (fate === 'withdrawn') await stand(db, await idOf(sha256), 'WITHDRAWN', SAID);
  if (fate !== 'rescoped') return report;
  const scope = report.identity.scope === 'OWN' ? 'CONSOLIDATED' : 'OWN';
  await assign(db, { of: 'document', sha256 }, { division: null, agencyName: null, scope }, SAID);
  return { ...report, identity: { ...report.identity, scope } };
}

const keyOf = ({ identity: { agencyName, year, scope } }: Report): string => `${agencyName} ${year} ${scope}`;

test(
  'what is found between reports is what domain.md says of the active ones, whatever came first and was decided',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 8, maxLength: 24 }),
        fc.infiniteStream(fc.nat()),
        async (documents, order) => {
          await emptied(db);
          // The later in the list, the later published: it counts.
          const sketched = documents.map(
            ({ of, year, isOwn, forms: [applicationForm, disclosureForm], figures, fate }, at) => {
              const scope = isOwn || of.kind !== 'GOVERNMENT' ? 'OWN' : 'CONSOLIDATED';
              const publishedOn = `${year + 1}-01-${String(at + 1).padStart(2, '0')}`;
              return {
                fate,
                report: buildReport({
                  ...of,
                  year,
                  scope,
                  applicationForm,
                  disclosureForm,
                  figures,
                  publishedOn,
                  text: `第${at}份`,
                }),
                at,
                rank: order.next().value,
              };
            },
          );
          const kept: { report: Report; fate: string; at: number }[] = [];
          for (const { report, fate, at } of sketched.sort((one, other) => one.rank - other.rank))
            kept.push({ report: await take(report, fate), fate, at });
          const counting = kept.filter(({ fate }) => fate !== 'withdrawn').sort((one, other) => one.at - other.at);
          const active = [...new Map(counting.map(({ report }) => [keyOf(report), report])).values()];
          const known = kept.map(({ report }) => report);
          expect(await findingsBetween(db)).toEqual(naiveFindings(active, known, BENEATH));
        },
      ),
      { numRuns: Number(process.env['FC_RUNS'] ?? 8), seed: 3, endOnFailure: true },
    ),
  600_000,
);
