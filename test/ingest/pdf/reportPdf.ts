import type { PrintedReport } from '../printedReport.js';
import { applicationSheet, disclosureSheet, reviewSheet, type Sheet } from '../sheets.js';
import { chinesePdf, PAGE, widthOf, words } from './chinesePdf.js';
import { laySheet, type Laid, type Style } from './drawSheet.js';

const MARGIN = { left: 50, top: 70, bottom: 70 } as const;
const WIDTH = PAGE.width - 2 * MARGIN.left;
const TEXT = { size: 12, leading: 22 } as const;
const LOWEST = PAGE.height - MARGIN.bottom;

const columns = (...widths: readonly number[]): number[] => {
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => (width / sum) * WIDTH);
};
const DISCLOSURE_COLUMNS = columns(3, 3, 3, 3);
const APPLICATIONS = columns(3, 3.5, 9, ...Array.from({ length: 7 }, () => 2.6));
const APPLICATION_COLUMNS = [...APPLICATIONS, ...APPLICATIONS.slice(-1)];
const REVIEW_COLUMNS = columns(...Array.from({ length: 15 }, () => 1));

/** Prints line after line and table after table, with numbered pages. */
class Printer {
  readonly #pages: string[][] = [[]];
  #y: number = MARGIN.top;

  constructor(private readonly spacing: number) {}

  newPage(): void {
    this.#pages.push([]);
    this.#y = MARGIN.top;
  }

  paragraph(text: string): void {
    let rest = text;
    while (rest !== '') {
      let end = rest.length;
      while (widthOf(rest.slice(0, end), TEXT.size, this.spacing) > WIDTH) end -= 1;
      this.#room(TEXT.leading);
      this.#print([words(MARGIN.left, this.#y + TEXT.size, rest.slice(0, end), TEXT.size, this.spacing)]);
      this.#y += TEXT.leading;
      rest = rest.slice(end);
    }
  }

  table(laid: Laid): void {
    const { heights } = laid;
    for (let first = 0; first < heights.length;) {
      this.#room(heights[first] ?? 0);
      const top = this.#y;
      let end = first;
      while (end < heights.length && this.#y + (heights[end] ?? 0) <= LOWEST) this.#y += heights[end++] ?? 0;
      this.#print(laid.draw(first, end, top));
      first = end;
    }
    this.#y += TEXT.leading;
  }

  pdf(): Uint8Array {
    const numbered = this.#pages.map((content, index) => [
      ...content,
      words(PAGE.width / 2 - 12, PAGE.height - 35, `- ${index + 1} -`, 10),
    ]);
    return chinesePdf(numbered.map((content) => content.join('\n')));
  }

  #room(height: number): void {
    if (this.#y + height > LOWEST) this.newPage();
  }

  #print(content: readonly string[]): void {
    this.#pages.at(-1)?.push(...content);
  }
}

/** What a report says beside its tables. */
export interface Words {
  readonly title: string;
  readonly overview: readonly string[];
  readonly problems: readonly string[];
}

/** How a report is printed. */
export interface Layout extends Style {
  /** Whether its tables begin pages of their own. */
  readonly spread: boolean;
  /** Section three as a site prints it, in place of the form; a column more stands in the margin. */
  readonly changed?: (applications: Sheet) => Sheet;
}

/** A report printed to PDF. */
export function reportPdf(
  report: PrintedReport,
  { title, overview, problems }: Words,
  { spread, changed = (sheet) => sheet, ...style }: Layout,
): Uint8Array {
  const printer = new Printer(style.spacing ?? 0);
  const lines = (...all: readonly string[]): void => all.forEach((text) => printer.paragraph(text));
  lines(title, '一、总体情况', ...overview);
  if (spread) printer.newPage();
  lines('二、主动公开政府信息情况');
  printer.table(laySheet(disclosureSheet(report), MARGIN.left, DISCLOSURE_COLUMNS, 1, style));
  if (spread) printer.newPage();
  lines('三、收到和处理政府信息公开申请情况');
  printer.table(laySheet(changed(applicationSheet(report)), MARGIN.left, APPLICATION_COLUMNS, 3, style));
  lines('四、政府信息公开行政复议、行政诉讼情况');
  printer.table(laySheet(reviewSheet(report), MARGIN.left, REVIEW_COLUMNS, 0, style));
  if (spread) printer.newPage();
  lines('五、存在的主要问题及改进情况', ...problems, '六、其他需要报告的事项', '无其他需要报告的事项。');
  return printer.pdf();
}
