import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Form } from '../../../src/catalog/forms.js';
import type { Place } from '../../../src/catalog/places.js';
import { extract } from '../../../src/ingest/extract.js';
import { readPdf } from '../../../src/ingest/read/pdf/readPdf.js';
import { recognize } from '../../../src/ingest/recognize.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import type { Finding, Flag } from '../../../src/ingest/types.js';
import { balancedReport, reportWithBlanks, type PrintedReport } from '../printedReport.js';
import { sourceOf } from '../read/sourceOf.js';
import { REFUSED, score, type Score } from '../score.js';
import type { Sheet } from '../sheets.js';
import type { Style } from './drawSheet.js';
import { reportPdf } from './reportPdf.js';

const RUNS = { numRuns: 15 };
const WORDS = {
  title: '某某市某某局2021年政府信息公开工作年度报告',
  overview: ['本局依法公开政府信息。'.repeat(30)],
  problems: ['公开的及时性还有不足。'],
};

async function scoreOf(report: PrintedReport, layout: Parameters<typeof reportPdf>[2], said = WORDS): Promise<Score> {
  const { disclosures, applications, cells } = report;
  const findings: Finding[] = [];
  const flag: Flag = (finding) =>
    void findings.push({ place: null, raw: null, expected: null, actual: null, ...finding });
  const forms = { DISCLOSURES: disclosures, APPLICATIONS: applications, REVIEWS: applications };
  const figures = new Map([...cells].map(([place, text]) => [place, text === '' ? null : text]));
  try {
    const document = await readPdf(sourceOf(reportPdf(report, said, layout)));
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

  test.each<[string, Omit<Style, 'ruled'>]>([
    ['figures in the middle', {}],
    ['figures at the left, headers in the middle', { align: 'left' }],
    ['figures at the right, headers in the middle', { align: 'right' }],
    ['letters set apart', { spacing: 3 }],
  ])('without a line, with blank cells, %s: as printed, or null with a finding', async (__, style) => {
    await fc.assert(
      fc.asyncProperty(reportWithBlanks, async (report) => {
        expect((await scoreOf(report, { ruled: false, spread, ...style })).wrong).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** Another column behind those of the form, as of another year. */
const withColumn = (sheet: Sheet): Sheet =>
  sheet.map((row, at): Sheet[number] => {
    const text = row.at(-1)?.value === true ? '9' : '上年总计';
    const cell = { text, rowSpan: at === 0 ? 3 : 1, columnSpan: 1, value: at > 2 };
    return at === 0 || at > 2 ? [...row, cell] : row;
  });

test('another column behind those of the form: a row with a blank cell is not taken for a full one', async () => {
  const { cells, ...forms } = publishedReport('huaian-2024');
  const zeros = new Map([...cells].map(([place, text]) => [place, text === '' ? '0' : text]));
  const blank = zeros.set('APPLICATIONS/DUPLICATE/NATURAL_PERSON', '');
  const { wrong } = await scoreOf({ ...forms, cells: blank }, { ruled: false, spread: true, changed: withColumn });
  expect(wrong).toEqual([]);
});

test('a cell that is no figure, at the left of its column', async () => {
  const report = publishedReport('huaian-2024');
  const cells = new Map(report.cells).set('APPLICATIONS/PETITION_OR_COMPLAINT/NATURAL_PERSON', '约5');
  const { wrong } = await scoreOf({ ...report, cells }, { ruled: false, spread: true, align: 'left' });
  expect(wrong).toEqual([]);
});

test('figures broken over the lines of their cells, wherever pages end', async () => {
  const { cells, ...forms } = publishedReport('huaian-2024');
  // Of four digits and more, and every balance holds.
  const large = [...cells].map(([place, text]): [Place, string] => [
    place,
    /^\d+$/.test(text) ? String(Number(text) * 1111) : text,
  ]);
  for (let length = 12; length < 40; length++) {
    const overview = ['本局依法公开政府信息。'.repeat(length)];
    const layout = { ruled: false, spread: false, spacing: 5 };
    const { wrong } = await scoreOf({ ...forms, cells: new Map(large) }, layout, { ...WORDS, overview });
    expect({ length, wrong }).toEqual({ length, wrong: [] });
  }
});

test('headers that the end of a page parts, from each other or from their rows', async () => {
  const report = publishedReport('huaian-2024');
  for (let length = 44; length < 50; length++) {
    const overview = ['本局依法公开政府信息。'.repeat(length)];
    const { wrong, cellsNull } = await scoreOf(report, { ruled: false, spread: false }, { ...WORDS, overview });
    expect({ length, wrong, cellsNull }).toEqual({ length, wrong: [], cellsNull: 0 });
  }
});

/** A published report, its zeros left blank: see fixtures/documents/README.md. */
function publishedReport(slug: string): PrintedReport {
  const file = readFileSync(`test/fixtures/documents/figures/${slug}.json`, 'utf8');
  const { disclosureForm, applicationForm, figures } = JSON.parse(file) as {
    disclosureForm: Form;
    applicationForm: Form;
    figures: Record<Place, string | null>;
  };
  const cells = Object.entries(figures).map(([place, text]): [Place, string] => [
    place as Place,
    text === '0' ? '' : (text ?? ''),
  ]);
  return { disclosures: disclosureForm, applications: applicationForm, cells: new Map(cells) };
}

describe.each(['huaian-2024', 'suqian-2023', 'hongze-2023', 'shuyang-reform-commission-2023'])(
  'the figures of %s, zeros blank',
  (slug) => {
    test.each<[string, Style, number]>([
      ['ruled', { ruled: true }, 0],
      ['ruled, letters set apart', { ruled: true, spacing: 3 }, 0],
      ['without a line', { ruled: false }, 15],
      ['without a line, letters set apart', { ruled: false, spacing: 3 }, 15],
      ['without a line, figures at the left', { ruled: false, align: 'left' }, 24],
      ['without a line, figures at the right', { ruled: false, align: 'right' }, 24],
    ])('%s: as printed but for a few rows', async (_, style, most) => {
      const { wrong, cellsNull, refused } = await scoreOf(publishedReport(slug), { spread: false, ...style });
      expect({ wrong, refused, few: cellsNull <= most }).toEqual({ wrong: [], refused: 0, few: true });
    });
  },
);
