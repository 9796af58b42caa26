import { describe, expect, test } from '@jest/globals';
import { SECTIONS } from '../../src/catalog/forms.js';
import { printedDispositions } from '../../src/catalog/dispositions.js';
import { splitDigits } from '../../src/ingest/recognize/splitDigits.js';
import { rowLabel } from './sheets.js';
import { readTables, type Tables } from './readTables.js';

const ROWS = printedDispositions('FORM_2019');
/** Section three of 2019: the first figure of each row is its number, so that a shifted row shows. */
const figuresOf = (index: number): string[] => [String(index), '0', '0', '0', '0', '0', String(index)];
const cell = (text: string): string => `<td>${text}</td>`;
const grid = (rows: readonly (readonly string[])[]): string =>
  `<p>三、收到和处理政府信息公开申请情况</p><table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
const HEADER = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
/** Section four, whole, so that a report with a damaged section three is taken in. */
const WHOLE = `<p>四、政府信息公开行政复议、行政诉讼情况</p><table><tr><td>行政复议</td><td>行政诉讼</td></tr><tr>${cell('0').repeat(15)}</tr></table>`;
const read = (rows: readonly (readonly string[])[]): Tables => readTables(grid(rows) + WHOLE, 'text/html');
const naturalPersons = ({ tables }: Tables): (string | null)[] =>
  tables.APPLICATIONS.figures.flatMap(({ place, value }) => (place.endsWith('/NATURAL_PERSON') ? [value] : []));
const expectedRows = ROWS.map((_, index) => String(index));
const rows = ROWS.map((row, index) => [rowLabel(row), ...figuresOf(index)]);

describe('rows and columns of section three', () => {
  test('as printed', () => expect(naturalPersons(read([HEADER, ...rows]))).toEqual(expectedRows));

  test('columns in another order are told by their headers', () => {
    const turned = [HEADER, ...rows].map(([label = '', ...cells]) => [label, ...cells.reverse()]);
    expect(naturalPersons(read(turned))).toEqual(expectedRows);
  });

  test('a column that a province adds is left out', () => {
    const wider = [[...HEADER, '备注'], ...rows.map((row) => [...row, '9'])];
    expect(naturalPersons(read(wider))).toEqual(expectedRows);
  });

  test('a row that a province adds is left out', () => {
    const more = [HEADER, ...rows.slice(0, 5), ['9.其他情形的申请', ...figuresOf(99)], ...rows.slice(5)];
    expect(naturalPersons(read(more))).toEqual(expectedRows);
  });

  test('rows out of order are told by their labels', () => {
    expect(naturalPersons(read([HEADER, ...rows.toReversed()]))).toEqual(expectedRows);
  });

  test('a row without a label, the only one due there, is taken if it adds up', () => {
    const lost = rows.map((row, index) => (index === 7 ? ['', ...figuresOf(7)] : row));
    expect(naturalPersons(read([HEADER, ...lost]))).toEqual(expectedRows);
  });

  test('a row without a label that does not add up stays without figures', () => {
    const lost = rows.map((row, index) => (index === 7 ? ['', '7', '0', '0', '0', '0', '0', '8'] : row));
    const report = read([HEADER, ...lost]);
    expect(naturalPersons(report)[7]).toBeNull();
    expect(report.findings.map(({ code }) => code)).toContain('TABLE_INCOMPLETE');
  });

  test('a row that is there twice, differently, has no figures, and a finding with both', () => {
    const report = read([HEADER, ...rows, [rowLabel('DUPLICATE'), ...figuresOf(50)]]);
    const index = ROWS.indexOf('DUPLICATE');
    expect(naturalPersons(report)).toEqual(expectedRows.map((value, at) => (at === index ? null : value)));
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'VALUE_AMBIGUOUS', place: 'APPLICATIONS/DUPLICATE' }),
    );
  });

  test('a row of too few cells has no figures, and a finding', () => {
    const short = rows.map((row, index) => (index === 3 ? row.slice(0, -1) : row));
    const report = readTables(grid(short) + WHOLE, 'text/html');
    expect(naturalPersons(report)[3]).toBeNull();
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'VALUE_AMBIGUOUS', place: 'APPLICATIONS/PARTIALLY_GRANTED' }),
    );
  });

  test('two tables side by side in running text are not taken for one', () => {
    const lines = ROWS.map((row, index) => [rowLabel(row), ...figuresOf(index), ...figuresOf(index + 1)].join(' '));
    const text = `三、收到和处理政府信息公开申请情况\n${lines.join('\n')}\n四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n${'0 '.repeat(15)}`;
    const { tables } = readTables(text, 'text/plain');
    expect(tables.APPLICATIONS.figures.filter(({ value }) => value !== null)).toEqual([]);
  });

  test('a value that is no figure is kept as printed, with a finding', () => {
    const words = rows.map((row, index) => (index === 2 ? [...row.slice(0, 3), '约3', ...row.slice(4)] : row));
    const { tables, findings } = read([HEADER, ...words]);
    const place = 'APPLICATIONS/GRANTED/RESEARCH';
    expect(tables.APPLICATIONS.figures.find((figure) => figure.place === place)).toEqual({
      place,
      value: null,
      state: 'UNREADABLE',
      cell: { raw: '约3', page: null, table: 1, row: 4, column: 4 },
    });
    expect(tables.APPLICATIONS.whole).toBe(true);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'VALUE_UNREADABLE', place, raw: '约3' }));
  });
});

describe('findings of cells', () => {
  const report = (fees: string): Tables =>
    readTables(
      `二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t-1\t/\t
行政规范性文件\t22（其中修订 16 件）\t1,057\t无
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t2147483648
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t1.5
行政强制\t0
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t${fees}`,
      'text/plain',
    );
  const described = ({ findings }: Tables): string[] =>
    findings
      .filter(({ code }) => !code.startsWith('TABLE_'))
      .map(({ code, place, raw, actual }) => [code, place, raw, actual].filter((part) => part !== null).join(' '));
  const UNREADABLE = [
    'NEGATIVE_COUNT DISCLOSURES/REGULATIONS/ISSUED -1',
    'VALUE_UNREADABLE DISCLOSURES/NORMATIVE_DOCUMENTS/IN_FORCE 无',
    'VALUE_UNREADABLE DISCLOSURES/LICENSES/DECISIONS 2147483648',
    'VALUE_UNREADABLE DISCLOSURES/PENALTIES/DECISIONS 1.5',
  ];

  test.each([
    ['0', []],
    ['17.27万元', []],
    ['79000.1元', ['UNIT_IN_CELL DISCLOSURES/FEES/FEE_AMOUNT 79000.1元 7.90001']],
    ['7774591.96', ['UNIT_DOUBTFUL DISCLOSURES/FEES/FEE_AMOUNT 7774591.96']],
    ['159237.2449', []],
    ['约30', ['VALUE_UNREADABLE DISCLOSURES/FEES/FEE_AMOUNT 约30']],
  ])('fees of %s', (fees, expected) => {
    expect(described(report(fees))).toEqual([...UNREADABLE, ...expected]);
  });

  test('missing tables are named', () => {
    expect(
      report('0')
        .findings.filter(({ code }) => code === 'TABLE_MISSING')
        .map(({ place }) => place),
    ).toEqual(['APPLICATIONS', 'REVIEWS']);
    expect(SECTIONS.map((section) => report('0').tables[section].form)).toEqual(['FORM_2021', null, null]);
  });
});

describe('figures run together', () => {
  test.each<[string, number, boolean, string[] | null]>([
    ['000', 3, false, ['0', '0', '0']],
    ['555', 3, false, null],
    ['141414', 3, false, null],
    ['00', 3, false, null],
    ['570000057', 7, true, ['57', '0', '0', '0', '0', '0', '57']],
    ['0000000', 7, true, ['0', '0', '0', '0', '0', '0', '0']],
    ['1111116', 7, true, ['1', '1', '1', '1', '1', '1', '6']],
    ['1000001', 7, true, ['1', '0', '0', '0', '0', '0', '1']],
    ['112300007', 7, true, null],
    ['5700000570', 7, true, null],
    ['9'.repeat(200), 7, true, null],
  ])('%s as %d', (digits, count, totalled, figures) => expect(splitDigits(digits, count, totalled)).toEqual(figures));

  test('rows of many digits', () => {
    for (let row = 0; row < 5; row++) expect(splitDigits('12'.repeat(16), 7, true)).toBeNull();
  });
});
