import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { extract } from '../../../src/ingest/extract.js';
import { readPdf } from '../../../src/ingest/read/pdf/readPdf.js';
import { recognize } from '../../../src/ingest/recognize.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import type { Finding } from '../../../src/ingest/types.js';
import { APPLICANTS, APPLICANT_CODES } from '../../../src/catalog/applicants.js';
import { reportWithBlanks, type PrintedReport } from '../printedReport.js';
import { sourceOf } from '../read/sourceOf.js';
import { score } from '../score.js';
import { applicationSheet, disclosureSheet, reviewSheet } from '../sheets.js';
import { chinesePdf, widthOf, words } from './chinesePdf.js';

const SIZE = 8;

/** How words are typed one after the other, blank cells left out. */
interface Typing {
  /** Blanks between words, taken in turn. */
  readonly blanks: readonly number[];
  /** Where the first figure of a row stands, in blanks from its beginning; 0 where it follows its label. */
  readonly tab: number;
}

interface Word {
  readonly text: string;
  readonly isFigure: boolean;
}

function typed(row: readonly Word[], { blanks, tab }: Typing, next: () => number): string {
  let line = '';
  row
    .filter(({ text }) => text !== '')
    .forEach(({ text, isFigure }, at, printed) => {
      const isFirst = isFigure && printed[at - 1]?.isFigure !== true;
      const width = isFirst ? Math.max(1, tab - widthOf(line, 2)) : (blanks[next() % blanks.length] ?? 1);
      line += `${at > 0 || isFirst ? ' '.repeat(width) : ''}${text}`;
    });
  return line;
}

/** A report typed as text, a row a line, and printed. */
function typedPdf(report: PrintedReport, typing: Typing): Uint8Array {
  let count = 0;
  const next = (): number => count++;
  const rows = (sheet: readonly (readonly { text: string; value: boolean }[])[]): string[] =>
    sheet.map((row) =>
      typed(
        row.map(({ text, value }) => ({ text, isFigure: value })),
        typing,
        next,
      ),
    );
  const header = (texts: readonly string[]): string =>
    typed(
      texts.map((text) => ({ text, isFigure: true })),
      typing,
      next,
    );
  const reviews = reviewSheet(report);
  const results = [...(reviews[1]?.slice(0, 5) ?? []), ...(reviews[2] ?? [])];
  const lines = [
    '某某市某某局2021年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    ...rows(disclosureSheet(report)),
    '三、收到和处理政府信息公开申请情况',
    header([...APPLICANT_CODES.map((code) => APPLICANTS[code].zh), '总计']),
    ...rows(applicationSheet(report).slice(3)),
    '四、政府信息公开行政复议、行政诉讼情况',
    header(results.map(({ text }) => text)),
    ...rows(reviews.slice(3)),
  ];
  const place = (text: string, y: number): string[] => {
    let x = 40;
    return text.split(/( +)/).flatMap((part) => {
      const left = x;
      x += widthOf(part, SIZE);
      return part.trim() === '' ? [] : [words(left, y, part, SIZE)];
    });
  };
  return chinesePdf([lines.flatMap((text, at) => place(text, 50 + at * 13)).join('\n')]);
}

/** A report of which most cells are blank. */
const sparse = fc
  .tuple(reportWithBlanks, fc.infiniteStream(fc.nat(99)), fc.constantFrom(40, 75, 92))
  .map(([report, dice, share]): PrintedReport => ({
    ...report,
    cells: new Map([...report.cells].map(([place, text]) => [place, (dice.next().value ?? 0) < share ? '' : text])),
  }));

describe('text out of which blank cells were dropped is set in no columns', () => {
  test.each<[string, Typing]>([
    ['a blank between words', { blanks: [1], tab: 0 }],
    ['wide gaps', { blanks: [12], tab: 0 }],
    ['gaps of all kinds', { blanks: [3, 1, 7, 2, 5], tab: 0 }],
    ['first figures below each other', { blanks: [4], tab: 60 }],
    ['first figures below each other, wide gaps', { blanks: [8], tab: 60 }],
    ['first figures below each other, gaps of all kinds', { blanks: [4, 9, 6, 3, 11], tab: 60 }],
  ])('%s', async (_, typing) => {
    await fc.assert(
      fc.asyncProperty(sparse, async (report) => {
        const findings: Finding[] = [];
        const figures = new Map([...report.cells].map(([place, text]) => [place, text === '' ? null : text]));
        const forms = {
          DISCLOSURES: report.disclosures,
          APPLICATIONS: report.applications,
          REVIEWS: report.applications,
        };
        try {
          const document = await readPdf(sourceOf(typedPdf(report, typing)));
          const tables = extract(
            recognize(document),
            (finding) => void findings.push({ place: null, raw: null, expected: null, actual: null, ...finding }),
          );
          expect(score(tables, findings, { forms, figures }).wrong).toEqual([]);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 25 },
    );
  });
});
