import { utils, write, type BookType, type Range } from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { extract } from '../../src/ingest/extract.js';
import { read } from '../../src/ingest/read/read.js';
import { recognize } from '../../src/ingest/recognize.js';
import type { Finding } from '../../src/ingest/types.js';
import { balancedReport, reportWithBlanks, type PrintedReport } from './printedReport.js';
import { cell, docxOf, paragraph, table } from './read/docxOf.js';
import { sourceOf } from './read/sourceOf.js';
import { score } from './score.js';
import { applicationSheet, disclosureSheet, reviewSheet, type Sheet, type SheetCell } from './sheets.js';

const RUNS = { numRuns: 10 };
const TITLE = '某某市某某局2021年政府信息公开工作年度报告';
const CHAPTERS = [
  ['二、主动公开政府信息情况', disclosureSheet],
  ['三、收到和处理政府信息公开申请情况', applicationSheet],
  ['四、政府信息公开行政复议、行政诉讼情况', reviewSheet],
] as const;

/** A cell in the place that it has on the paper: its first column, and those of the merged cells that reach down into its row. */
interface Placed extends SheetCell {
  readonly column: number;
  /** True where a merged cell of a row above goes on. */
  readonly covered: boolean;
}

/** The rows of a sheet with each cell in its column, merged cells going on below. */
function placed(sheet: Sheet): Placed[][] {
  const rows: Placed[][] = sheet.map(() => []);
  sheet.forEach((cells, row) => {
    let column = 0;
    for (const each of cells) {
      for (let over; (over = rows[row]?.find((other) => other.covered && other.column === column));)
        column += over.columnSpan;
      for (let below = 0; below < each.rowSpan; below++)
        rows[row + below]?.push({ ...each, column, covered: below > 0 });
      column += each.columnSpan;
    }
  });
  return rows.map((cells) => cells.sort((a, b) => a.column - b.column));
}

const docx = (report: PrintedReport): Uint8Array =>
  docxOf(
    paragraph(TITLE) +
      CHAPTERS.map(([heading, sheetOf]) => {
        const rows = placed(sheetOf(report)).map((cells) =>
          cells.map(({ text, rowSpan, columnSpan, covered }) => {
            const merged = rowSpan > 1 ? `<w:vMerge${covered ? '' : ' w:val="restart"'}/>` : '';
            return cell(covered ? '' : text, `<w:gridSpan w:val="${columnSpan}"/>${merged}`);
          }),
        );
        return paragraph(heading) + table(...rows.map((cells) => cells.join('')));
      }).join(''),
  );

/** The same as programs write it that know no merged cells, blank ones in their places or their text again, remarks at the end. */
const unmerged =
  (again: boolean, splitAt: number, remark = '') =>
  (report: PrintedReport): Uint8Array =>
    docxOf(
      paragraph(TITLE) +
        CHAPTERS.map(([heading, sheetOf]) => {
          const rows = placed(sheetOf(report)).map((cells, row) => {
            const own = cells.map(({ text, value, columnSpan, covered }) =>
              value
                ? cell(text, `<w:gridSpan w:val="${columnSpan}"/>`)
                : cell(covered && !again ? '' : text) + cell('').repeat(columnSpan - 1),
            );
            return own.join('') + (sheetOf === applicationSheet ? cell(row === 0 ? '备注' : remark) : '');
          });
          const parts = sheetOf === applicationSheet ? [rows.slice(0, splitAt), rows.slice(splitAt)] : [rows];
          return paragraph(heading) + parts.map((part) => table(...part)).join(paragraph('— 3 —'));
        }).join(''),
    );

/** One sheet with everything below each other; figures as text or as numbers. */
const workbook =
  (bookType: BookType, asNumbers: boolean) =>
  (report: PrintedReport): Uint8Array => {
    const rows: (string | number | null)[][] = [[TITLE]];
    const merges: Range[] = [];
    for (const [heading, sheetOf] of CHAPTERS) {
      rows.push([heading]);
      for (const cells of placed(sheetOf(report))) {
        const line: (string | number | null)[] = [];
        for (const { text, value, column, rowSpan, columnSpan, covered } of cells.filter((each) => !each.covered)) {
          line[column] = text === '' ? null : asNumbers && value ? Number(text) : text;
          const end = { r: rows.length + rowSpan - 1, c: column + columnSpan - 1 };
          if (!covered && rowSpan * columnSpan > 1) merges.push({ s: { r: rows.length, c: column }, e: end });
        }
        rows.push(Array.from(line, (each) => each ?? null));
      }
    }
    const sheet = utils.aoa_to_sheet(rows);
    sheet['!merges'] = merges;
    return new Uint8Array(write(utils.book_new(sheet), { type: 'array', bookType }));
  };

async function scoreOf(bytes: Uint8Array, { disclosures, applications, cells }: PrintedReport) {
  const findings: Finding[] = [];
  const tables = extract(
    recognize(await read(sourceOf(bytes))),
    (finding) => void findings.push({ place: null, raw: null, expected: null, actual: null, ...finding }),
  );
  const forms = { DISCLOSURES: disclosures, APPLICATIONS: applications, REVIEWS: applications };
  return score(tables, findings, {
    forms,
    figures: new Map([...cells].map(([place, text]) => [place, text === '' ? null : text])),
  });
}

describe.each<[string, (report: PrintedReport) => Uint8Array]>([
  ['Word', docx],
  ['Excel, figures as text', workbook('xlsx', false)],
  ['Excel, figures as numbers', workbook('xlsx', true)],
  ['Excel of before 2007', workbook('biff8', true)],
])('%s', (_, render) => {
  test.each([
    ['a balanced report', balancedReport],
    ['one with blank cells', reportWithBlanks],
  ])('%s comes back as it was printed', (__, reports) =>
    fc.assert(
      fc.asyncProperty(reports, async (report) => {
        expect(await scoreOf(render(report), report)).toMatchObject({ filesExact: 1, wrong: [] });
      }),
      RUNS,
    ),
  );
});

test.each([
  ['blank cells, one table', unmerged(false, Infinity)],
  ['blank cells, two tables', unmerged(false, 15)],
  ['their text again', unmerged(true, Infinity)],
  ['a unit beside each row, two tables', unmerged(false, 15, '件')],
])('of a report without merged cells nothing is read wrongly: %s', (_, render) =>
  fc.assert(
    fc.asyncProperty(reportWithBlanks, async (report) => {
      expect((await scoreOf(render(report), report)).wrong).toEqual([]);
    }),
    { numRuns: 40 },
  ),
);
