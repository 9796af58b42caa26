import { toGrid } from '../../src/ingest/read/grid.js';
import type { Sheet, SheetCell } from './sheets.js';
import { applicationSheet, disclosureSheet, reviewSheet } from './sheets.js';
import type { PrintedReport } from './printedReport.js';

const HEADINGS = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
] as const;
const TITLE = '某某市某某局2021年政府信息公开工作年度报告';
const PROSE = ['一、总体情况', '2021年，本局依法公开政府信息，全年更新栏目 12 个，办理来信 3 件。'];
const TAIL = ['五、存在的主要问题及改进情况', '公开的及时性还有不足，明年将加强培训。', '六、其他需要报告的事项', '无'];

const assemble = (report: PrintedReport, render: (sheet: Sheet) => string, separator = '\n'): string => {
  const sheets = [disclosureSheet(report), applicationSheet(report), reviewSheet(report)];
  const tables = sheets.flatMap((sheet, at) => [HEADINGS[at] ?? '', render(sheet)]);
  return [TITLE, ...PROSE, ...tables, ...TAIL].join(separator);
};

const line = (cells: readonly SheetCell[], separator: string): string => cells.map(({ text }) => text).join(separator);

/** How many places the merged cells of a row take beyond one each. */
const spareOf = (row: readonly SheetCell[]): number => row.reduce((sum, { columnSpan }) => sum + columnSpan - 1, 0);

/** The cells of a row, blank ones in the places that merged cells cover. */
const spread = (row: readonly SheetCell[]): string[] =>
  row.flatMap(({ text, columnSpan }) => [text, ...Array.from({ length: columnSpan - 1 }, () => '')]);

/** Rows in which each place has a cell: blank where one reaches in from the left or from above. */
const fill = (sheet: Sheet): string[][] =>
  toGrid(sheet, null).map((row, y) => row.map((cell, x) => (cell.row === y && cell.column === x ? cell.text : '')));

/** The cells of a row, merged ones once for each place. */
const repeat = (row: readonly SheetCell[]): string[] =>
  row.flatMap(({ text, columnSpan }) => Array.from({ length: columnSpan }, () => text));

/** Width in columns of a terminal: a Chinese character takes two. */
const width = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(1, to - width(text)));

const html = (sheet: Sheet, cell: (text: string) => string): string =>
  `<table border="1">${sheet
    .map((row) => {
      const cells = row.map(
        ({ text, rowSpan, columnSpan }) =>
          `<td${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}>${cell(text)}</td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('\n')}</table>`;
const paragraphs = (text: string): string => text.replace(/^(?!<)(.+)$/gm, '<p>$1</p>');

/** Ways in which reports reach us: `blanks` says whether a blank cell leaves a trace in it. */
export interface ReportLayout {
  readonly name: string;
  readonly type: 'text/html' | 'text/plain' | 'text/markdown';
  readonly blanks: boolean;
  /** A blank cell is a longer gap: only figures that follow each other tell how long a gap is without one. */
  readonly gaps?: true;
  readonly render: (report: PrintedReport) => string;
}

export const LAYOUTS: readonly ReportLayout[] = [
  {
    name: 'clean HTML',
    type: 'text/html',
    blanks: true,
    render: (report) => paragraphs(assemble(report, (sheet) => html(sheet, (text) => text))),
  },
  {
    name: 'HTML of a content management system',
    type: 'text/html',
    blanks: true,
    render: (report) =>
      `<html><head><title>x</title><script>var a = "<table>";</script></head><body><nav><a>首页</a></nav><table><tr><td>左栏</td><td>${paragraphs(
        assemble(report, (sheet) => html(sheet, (text) => `<p align="center">${text === '' ? '&nbsp;' : text}</p>`)),
      )}</td></tr></table></body></html>`,
  },
  {
    name: 'HTML exported from Word',
    type: 'text/html',
    blanks: true,
    render: (report) =>
      paragraphs(
        assemble(report, (sheet) =>
          html(sheet, (text) =>
            text === ''
              ? '<p><span><o:p> </o:p></span></p>'
              : `<p>${text.replace(/.{1,3}/g, '<span style="x">$&</span>')}<o:p></o:p></p>`,
          ),
        ),
      ),
  },
  {
    name: 'a row a line',
    type: 'text/plain',
    blanks: false,
    render: (report) => assemble(report, (sheet) => sheet.map((row) => line(row, ' ')).join('\n')),
  },
  {
    name: 'a row a line, empty lines between',
    type: 'text/plain',
    blanks: false,
    render: (report) => assemble(report, (sheet) => sheet.map((row) => line(row, ' ')).join('\n\n'), '\n\n'),
  },
  {
    name: 'aligned columns',
    type: 'text/plain',
    blanks: false,
    render: (report) =>
      assemble(report, (sheet) =>
        sheet
          .map((row) => row.map(({ text, value }) => pad(text, value ? 9 : 44)).join(''))
          .map((text) => text.trimEnd())
          .join('\n'),
      ),
  },
  {
    name: 'a cell a line',
    type: 'text/plain',
    blanks: false,
    render: (report) => assemble(report, (sheet) => line(sheet.flat(), '\n')),
  },
  {
    name: 'a cell a line, empty lines between',
    type: 'text/plain',
    blanks: true,
    gaps: true,
    render: (report) => assemble(report, (sheet) => line(sheet.flat(), '\n\n')),
  },
  {
    name: 'a cell a line, each after a tab',
    type: 'text/plain',
    blanks: true,
    render: (report) =>
      assemble(
        report,
        (sheet) => sheet.map((row) => row.map(({ text }) => `\t${text}`).join('\n')).join('\n\n') + '\n\n',
      ),
  },
  {
    name: 'a cell a line, lines of a tab between',
    type: 'text/plain',
    blanks: true,
    render: (report) =>
      assemble(report, (sheet) => sheet.map((row) => line(row, '\n\n\t\n\n')).join('\n\n\n\n'), '\n\n'),
  },
  {
    name: 'cells parted by tabs',
    type: 'text/plain',
    blanks: true,
    render: (report) => assemble(report, (sheet) => sheet.map((row) => line(row, '\t')).join('\n')),
  },
  {
    name: 'cells parted by pipes',
    type: 'text/plain',
    blanks: true,
    render: (report) => assemble(report, (sheet) => sheet.map((row) => `${line(row, ' | ')} |`).join('\n')),
  },
  {
    name: 'cells parted by pipes, merged cells as runs of pipes at the end of the row',
    type: 'text/plain',
    blanks: true,
    render: (report) =>
      assemble(report, (sheet) => sheet.map((row) => `${line(row, ' | ')} |${'|'.repeat(spareOf(row))}`).join('\n')),
  },
  {
    name: 'cells parted by tabs, blank ones behind merged ones',
    type: 'text/plain',
    blanks: true,
    render: (report) => assemble(report, (sheet) => sheet.map((row) => spread(row).join('\t')).join('\n')),
  },
  {
    name: 'cells parted by tabs, merged ones repeated',
    type: 'text/plain',
    blanks: false,
    render: (report) => assemble(report, (sheet) => sheet.map((row) => repeat(row).join('\t')).join('\n')),
  },
  {
    name: 'pipes between cells only',
    type: 'text/plain',
    blanks: false,
    render: (report) => assemble(report, (sheet) => sheet.map((row) => line(row, ' | ')).join('\n')),
  },
  {
    name: 'pipes, a line break before each blank cell',
    type: 'text/plain',
    blanks: true,
    render: (report) =>
      assemble(report, (sheet) =>
        sheet.map((row) => row.map(({ text }) => (text === '' ? '\n|' : `${text} |`)).join(' ')).join('\n'),
      ),
  },
  {
    name: 'a cell a line, ended by a pipe, merged cells as runs of pipes',
    type: 'text/plain',
    blanks: true,
    render: (report) =>
      assemble(report, (sheet) =>
        sheet
          .map((row) => {
            const spare = spareOf(row);
            return [
              ...row.map(({ text }) => (text === '' ? '|' : `${text} |`)),
              ...(spare > 0 ? ['|'.repeat(spare)] : []),
            ].join('\n');
          })
          .join('\n'),
      ),
  },
  {
    name: 'rows that begin with a pipe',
    type: 'text/plain',
    blanks: true,
    render: (report) => assemble(report, (sheet) => sheet.map((row) => `| ${line(row, ' | ')} |`).join('\n')),
  },
  {
    name: 'rows that begin with a pipe, blank cells wherever merged ones reach',
    type: 'text/markdown',
    blanks: true,
    render: (report) =>
      assemble(report, (sheet) =>
        fill(sheet)
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n'),
      ),
  },
  {
    name: 'everything on one line',
    type: 'text/plain',
    blanks: true,
    render: (report) => assemble(report, (sheet) => sheet.map((row) => `${line(row, ' | ')} |`).join(' '), ' '),
  },
  {
    name: 'Markdown',
    type: 'text/markdown',
    blanks: true,
    render: (report) =>
      assemble(report, (sheet) => {
        const rows = sheet.map((row) => `| ${spread(row).join(' | ')} |`);
        return [rows[0], '|---|---|', ...rows.slice(1)].join('\n');
      }),
  },
];
