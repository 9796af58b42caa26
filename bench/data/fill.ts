import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { packCells } from '../../src/database/packedCells.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { type BenchAgency, benchAgencies } from './agencies.js';
import { copyRows } from './copyRows.js';
import { type BenchFigures, benchFigures } from './figures.js';
import { type BenchReport, benchReports } from './reports.js';

const AGENCIES_PER_REPORT = 137_000 / 960_000;

type Row = readonly (string | number | boolean | null)[];

/** A table and the rows that a report has in it. */
interface Filled {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: (report: BenchReport, figures: BenchFigures) => readonly Row[];
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const dueOn = ({ id, year }: BenchReport): string => `${year + 1}-01-${String(1 + (id % 31)).padStart(2, '0')}`;
const keyOf = ({ agency, id }: BenchReport): [number, number] => [agency.id, id];
const NO_CELLS = `\\\\x${packCells([]).toString('hex')}`;

const TABLES: readonly Filled[] = [
  {
    table: 'annual_report',
    columns: [
      ...['agency_id', 'id', 'year', 'scope', 'scope_basis', 'form', 'disclosure_form', 'application_form'],
      ...['disclosures_whole', 'applications_whole', 'reviews_whole', 'title', 'published_on', 'revision', 'active'],
      ...['sample', 'fingerprint', 'reader_version', 'checks_passed', 'checks_failed', 'checks_skipped'],
    ],
    rows: (report, { applicationsWhole, reviewsWhole, disagreeing }) => {
      const { agency, year, scope, disclosureForm, applicationForm } = report;
      const form = disclosureForm === applicationForm ? disclosureForm : 'MIXED';
      return [
        [
          ...[...keyOf(report), year, scope, 'TEXT', form, disclosureForm, applicationForm],
          ...[true, applicationsWhole, reviewsWhole, `${agency.name}${year}年政府信息公开工作年度报告`],
          ...[dueOn(report), 1, true, false, hash(`report ${report.id}`), 1],
          ...[40 - disagreeing.length, disagreeing.length, 0],
        ],
      ];
    },
  },
  {
    table: 'application_outcome',
    columns: [
      ...['agency_id', 'report_id', 'disposition', 'natural_person', 'business', 'research', 'nonprofit'],
      ...['legal_service', 'other_organization', 'total', 'unreadable'],
    ],
    rows: (report, { applications }) =>
      applications.map(({ code, values, unreadable }) => [...keyOf(report), code, ...values, unreadable]),
  },
  {
    table: 'review_litigation',
    columns: ['agency_id', 'report_id', 'track', 'upheld', 'corrected', 'other', 'pending', 'total', 'unreadable'],
    rows: (report, { reviews }) =>
      reviews.map(({ code, values, unreadable }) => [...keyOf(report), code, ...values, unreadable]),
  },
  {
    table: 'proactive_disclosure',
    columns: ['agency_id', 'report_id', 'item', 'measure', 'value', 'state'],
    rows: (report, { disclosures }) =>
      disclosures.map(({ item, measure, value, state }) => [...keyOf(report), item, measure, value, state]),
  },
  {
    table: 'report_content',
    columns: ['agency_id', 'report_id', 'narrative', 'cells'],
    rows: (report) => [
      [...keyOf(report), '[{"heading":"一、总体情况","text":"本年度政府信息公开工作平稳。"}]', NO_CELLS],
    ],
  },
  {
    table: 'source_document',
    columns: [
      ...['agency_id', 'report_id', 'sha256', 'preferred', 'media_type', 'url', 'bytes', 'retrieved_at'],
      ...['published_on', 'reader_version', 'content', 'reading'],
    ],
    rows: (report) => [
      [
        ...[...keyOf(report), hash(`source ${report.id}`), true, 'text/html'],
        ...[`https://example.gov.cn/${report.id}.html`, 40_000, `${report.year + 1}-05-01T00:00:00Z`],
        ...[dueOn(report), 1, String.raw`\\x06`, `${report.agency.id} ${report.year} ${report.scope}`],
      ],
    ],
  },
  {
    table: 'finding',
    columns: ['agency_id', 'report_id', 'year', 'code', 'severity', 'place', 'expected', 'actual'],
    rows: (report, { disagreeing, applicationsWhole }) => [
      ...disagreeing.map((code) => [...keyOf(report), report.year, 'APPLICANT_BALANCE', 'ERROR', `APPLICATIONS/${code}`, '1', '2']),
      ...(applicationsWhole ? [] : [[...keyOf(report), report.year, 'TABLE_INCOMPLETE', 'ERROR', 'APPLICATIONS', '161', '70']]),
      ...(report.id % 8 === 0 ? [[...keyOf(report), report.year, 'SECTION_EMPTY', 'WARNING', null, null, null]] : []),
    ],
  },
];

function* agencyRows(agencies: readonly BenchAgency[]): Generator<Row> {
  for (const { id, name, kind, division } of agencies) yield [id, name, name, '{}', kind, division, 2019];
}

/** Reports whose rows are held at a time. */
const BLOCK = 10_000;

function* blocks<Item>(items: Iterable<Item>): Generator<Item[]> {
  let block: Item[] = [];
  for (const item of items) {
    block.push(item);
    if (block.length === BLOCK) {
      yield block;
      block = [];
    }
  }
  yield block;
}

/** Fills the tables through COPY, with all constraints; tells how many reports are done. */
export async function fill(client: ClientBase, count: number, onProgress: (reports: number) => void): Promise<void> {
  const agencies = benchAgencies(readDivisions(), Math.ceil(count * AGENCIES_PER_REPORT));
  const columns = ['id', 'name', 'normalized_name', 'aliases', 'kind', 'division_code', 'first_year'];
  await client.query('begin');
  await copyRows(client, 'agency', columns, agencyRows(agencies));
  let done = 0;
  for (const block of blocks(benchReports(agencies, count))) {
    const reports = block.map((report) => ({ report, figures: benchFigures(report) }));
    for (const { table, columns, rows } of TABLES)
      await copyRows(
        client,
        table,
        columns,
        reports.flatMap(({ report, figures }) => rows(report, figures)),
      );
    done += block.length;
    onProgress(done);
  }
  for (const table of ['agency', 'annual_report'])
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(t.id) from ${table} as t))`);
  await client.query('update dataset_version set version = version + 1, changed_at = now() where shard = 0');
  await client.query('commit');
  await client.query('vacuum analyze');
}
