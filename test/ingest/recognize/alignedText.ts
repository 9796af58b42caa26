import { APPLICANT_CODES, APPLICANT_COLUMNS } from '../../../src/catalog/applicants.js';
import { printedDispositions, type Disposition } from '../../../src/catalog/dispositions.js';
import { placeOf } from '../../../src/catalog/places.js';
import { typewriterWidth } from '../../../src/ingest/text/typewriterWidth.js';
import { readTables } from '../readTables.js';
import { rowLabel } from '../sheets.js';

const AT = 64;
const WIDE = 9;
const ORDER = printedDispositions('FORM_2019');
type Cells = readonly string[];
type Rows = Readonly<Partial<Record<Disposition, Cells>>>;

/** Section three of a small report in the 2019 form, in which every column adds up. */
export const SMALL: Rows = {
  RECEIVED: ['7', '3', '', '', '', '', '10'],
  CARRIED_IN: ['0', '0', '0', '0', '0', '0', '0'],
  GRANTED: ['4', '', '', '', '', '', '4'],
  NOT_HELD: ['', '3', '', '', '', '', '3'],
  DUPLICATE: ['3', '', '', '', '', '', '3'],
  TOTAL_HANDLED: ['7', '3', '0', '0', '0', '0', '10'],
  CARRIED_OUT: ['0', '0', '0', '0', '0', '0', '0'],
};
/** Rows of nothing but zeros, for those that a report leaves out. */
const ZEROS = APPLICANT_COLUMNS.map(() => '0');

export interface Setting {
  readonly rows?: Rows;
  /** How wide a text is taken to be where columns are set. */
  readonly widthOf?: (text: string) => number;
  /** What happens to the lines on their way. */
  readonly damage?: (line: string) => string;
}

/** Lays section three out in columns, figures to the left. */
function layOut({ rows = {}, widthOf = typewriterWidth }: Setting): string[] {
  const all: Rows = { ...SMALL, ...rows };
  return ORDER.map((code) => {
    const cells = all[code] ?? ZEROS;
    return cells.reduce(
      (line, text, at) => {
        const blanks = text === '' ? 0 : Math.max(2, Math.round(AT + at * WIDE - widthOf(line)));
        return line + ' '.repeat(blanks) + text;
      },
      `  ${rowLabel(code)}`,
    );
  });
}

/** The cells of some rows of section three as they are read; null where one was not located. */
export function readAligned(wanted: readonly Disposition[], setting: Setting = {}): (string | null)[][] {
  const lines = layOut(setting).map(setting.damage ?? ((line) => line));
  const text = ['三、收到和处理政府信息公开申请情况', '自然人 总计', ...lines];
  const rest = ['四、政府信息公开行政复议、行政诉讼情况', '结果维持 结果纠正', '0 '.repeat(15)];
  const { tables } = readTables([...text, ...rest].join('\n'), 'text/plain');
  const cells = new Map(tables.APPLICATIONS.figures.map(({ place, cell }) => [place, cell?.raw ?? null]));
  const columns = [...APPLICANT_CODES, 'TOTAL'];
  return wanted.map((row) => columns.map((column) => cells.get(placeOf('APPLICATIONS', row, column)) ?? null));
}
