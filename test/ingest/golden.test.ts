import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { SECTIONS } from '../../src/catalog/forms.js';
import { Refusal } from '../../src/ingest/Refusal.js';
import { readTables, type Tables } from './readTables.js';
import { addScores, score } from './score.js';
import { describeShared, SHARED, sharedFiles } from './shared.js';
import { readTruth } from './truth.js';

const REPORTS = resolve(SHARED, 'reports');
const TYPES: Record<string, string> = { html: 'text/html', md: 'text/markdown' };

function read(file: string): Tables {
  const extension = file.split('.').pop() ?? '';
  return readTables(readFileSync(file), TYPES[extension] ?? 'text/plain');
}

/** All extractions of one report have the truth of that report. */
const truthFile = (file: string): string =>
  resolve(
    REPORTS,
    'truth',
    `${(file.split('/').pop() ?? '').replace(/(?:_(?:layout|columnar|pypdf|lines|pipe|tabs))?\.\w+$/, '')}.json`,
  );

/** Text taken out of the columns of a page: what tells two readings apart is lost in some of the tables. */
const LOST: Record<string, readonly string[]> = {
  'g04_huaian_2024_columnar.txt': ['REVIEWS'],
  'g05_hongze_2023_columnar.txt': ['APPLICATIONS', 'REVIEWS'],
};

describeShared('real reports', () => {
  const complete = [
    ...sharedFiles('reports', /^g\d/),
    ...sharedFiles('reports/derived', /./).map((name) => `derived/${name}`),
  ];

  test.each(complete)('%s: every cell as printed, or null with a finding where the layout has lost it', (name) => {
    const { tables, findings } = read(resolve(REPORTS, name));
    const truth = readTruth(truthFile(name));
    expect(score(tables, findings, truth).wrong).toEqual([]);
    const incomplete = SECTIONS.filter((section) => !tables[section].whole);
    expect(incomplete).toEqual(LOST[name] ?? []);
    expect(SECTIONS.map((section) => tables[section].form)).toEqual(SECTIONS.map((section) => truth.forms[section]));
  });

  test('over all of them no cell is wrong, and nearly all are exact', () => {
    const total = addScores(
      complete.map((name) => {
        const { tables, findings } = read(resolve(REPORTS, name));
        return score(tables, findings, readTruth(truthFile(name)));
      }),
    );
    expect(total).toMatchObject({ filesExact: complete.length - Object.keys(LOST).length, cellsWrong: 0, refused: 0 });
  });

  test.each(sharedFiles('reports', /^p\d/))('%s, a fragment, is refused or said to be incomplete', (name) => {
    try {
      const { tables, findings } = read(resolve(REPORTS, name));
      const incomplete = SECTIONS.filter((section) => !tables[section].whole);
      expect(incomplete.length).toBeGreaterThan(0);
      expect(findings.filter(({ code }) => code.startsWith('TABLE_')).map(({ place }) => place)).toEqual(incomplete);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
    }
  });

  test.each([
    ['p02_xiongxian_xiang_2019.txt', 'NO_TABLE'],
    ['p22_xuancheng_qixiang_2020.txt', 'NO_TABLE'],
    ['p10_dazhu_chuanzhu_2019.txt', 'NO_TABLE'],
    ['p21_suixian_jkq_2019.txt', 'NO_TABLE'],
    ['p23_lixin_qixiang_2019.txt', 'NO_TABLE'],
    ['p26_kaiping_magang_2020.txt', 'NO_TABLE'],
    ['p31_shenzhen_scjg_longhua_2023_narrative.txt', 'NO_TABLE'],
  ])('%s has no table that could be read: %s', (name, reason) => {
    expect(() => read(resolve(REPORTS, name))).toThrow(expect.objectContaining({ reason }));
  });

  test('g05: the totals of section four disagree with their parts as printed', () => {
    const { findings } = read(resolve(REPORTS, 'g05_hongze_2023.txt'));
    expect(findings.map(({ code, place, expected, actual }) => [code, place, expected, actual])).toEqual([
      ['REVIEW_BALANCE', 'REVIEWS/RECONSIDERATION', '11', '0'],
      ['REVIEW_BALANCE', 'REVIEWS/LITIGATION_AFTER_RECONSIDERATION', '5', '0'],
    ]);
  });
});

describeShared('the two seed reports', () => {
  const seed = (start: string): Tables =>
    read(resolve(SHARED, 'seeds', sharedFiles('seeds', new RegExp(`^${start}`))[0] ?? ''));
  /** All figures but zeros. */
  const figures = ({ tables }: Tables): string[] =>
    SECTIONS.flatMap((section) => tables[section].figures).flatMap(({ place, value }) =>
      value === '0' ? [] : [`${place} ${value}`],
    );
  const bothColumns = (row: string, value: number): string[] => [
    `APPLICATIONS/${row}/NATURAL_PERSON ${value}`,
    `APPLICATIONS/${row}/TOTAL ${value}`,
  ];

  test('000: text out of a PDF, with radicals in place of characters', () => {
    const report = seed('000');
    expect(figures(report)).toEqual([
      'DISCLOSURES/NORMATIVE_DOCUMENTS/MADE 9',
      'DISCLOSURES/NORMATIVE_DOCUMENTS/DISCLOSED 9',
      'DISCLOSURES/NORMATIVE_DOCUMENTS/PUBLIC_TOTAL 225',
      ...bothColumns('RECEIVED', 57),
      ...bothColumns('CARRIED_IN', 3),
      ...bothColumns('GRANTED', 25),
      ...bothColumns('PARTIALLY_GRANTED', 3),
      ...bothColumns('THIRD_PARTY_RIGHTS', 1),
      ...bothColumns('NOT_HELD', 25),
      ...bothColumns('REQUIRES_CREATION', 2),
      ...bothColumns('STILL_UNCLEAR', 2),
      ...bothColumns('PETITION_OR_COMPLAINT', 2),
      ...bothColumns('TOTAL_HANDLED', 60),
      'REVIEWS/RECONSIDERATION/UPHELD 1',
      'REVIEWS/RECONSIDERATION/TOTAL 1',
    ]);
    expect(report.findings).toEqual([]);
    expect(report.checks).toEqual({ passed: 40, failed: 0, skipped: 0 });
  });

  test('003: text out of a web page, a cell a line', () => {
    const report = seed('003');
    expect(figures(report)).toEqual([
      'DISCLOSURES/PROCUREMENT/PROJECTS 10',
      'DISCLOSURES/PROCUREMENT/PROCUREMENT_AMOUNT 1116',
      ...bothColumns('RECEIVED', 10),
      ...bothColumns('GRANTED', 10),
      ...bothColumns('TOTAL_HANDLED', 10),
      'REVIEWS/LITIGATION_DIRECT/UPHELD 3',
      'REVIEWS/LITIGATION_DIRECT/TOTAL 3',
    ]);
    expect(report.findings).toEqual([]);
    expect(report.checks).toEqual({ passed: 40, failed: 0, skipped: 0 });
  });
});
