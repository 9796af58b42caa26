import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { extract } from '../../../src/ingest/extract.js';
import { readPdf } from '../../../src/ingest/read/pdf/readPdf.js';
import { recognize } from '../../../src/ingest/recognize.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import type { Finding, Flag } from '../../../src/ingest/types.js';
import { balancedReport, reportWithBlanks, type PrintedReport } from '../printedReport.js';
import { sourceOf } from '../read/sourceOf.js';
import { REFUSED, score, type Score } from '../score.js';
import { reportPdf } from './reportPdf.js';

const RUNS = { numRuns: 15 };
const WORDS = {
  title: '某某市某某局2021年政府信息公开工作年度报告',
  overview: ['本局依法公开政府信息。'.repeat(30)],
  problems: ['公开的及时性还有不足。'],
};

async function scoreOf(report: PrintedReport, layout: Parameters<typeof reportPdf>[2]): Promise<Score> {
  const { disclosures, applications, cells } = report;
  const findings: Finding[] = [];
  const flag: Flag = (finding) =>
    void findings.push({ place: null, raw: null, expected: null, actual: null, ...finding });
  const forms = { DISCLOSURES: disclosures, APPLICATIONS: applications, REVIEWS: applications };
  const figures = new Map([...cells].map(([place, text]) => [place, text === '' ? null : text]));
  try {
    const document = await readPdf(sourceOf(reportPdf(report, WORDS, layout)));
    return score(extract(recognize(document), flag), findings, { forms, figures });
  } catch (error) {
    if (error instanceof Refusal) return REFUSED;
    throw error;
  }
}

describe.each([
  ['tables on pages of their own', true],
  ['tables one after the other, cut by pages', false],
])('%s', (_, spread) => {
  test('ruled, with blank cells: as printed', async () => {
    await fc.assert(
      fc.asyncProperty(reportWithBlanks, async (report) => {
        expect(await scoreOf(report, { ruled: true, spread })).toMatchObject({ filesExact: 1, wrong: [] });
      }),
      RUNS,
    );
  });

  test('without a line, nothing blank: as printed', async () => {
    await fc.assert(
      fc.asyncProperty(balancedReport, async (report) => {
        expect(await scoreOf(report, { ruled: false, spread })).toMatchObject({ filesExact: 1, wrong: [] });
      }),
      RUNS,
    );
  });

  test('without a line, with blank cells: as printed, or null with a finding', async () => {
    await fc.assert(
      fc.asyncProperty(reportWithBlanks, async (report) => {
        expect((await scoreOf(report, { ruled: false, spread })).wrong).toEqual([]);
      }),
      RUNS,
    );
  });
});
