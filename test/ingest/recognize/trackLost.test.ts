import { expect, test } from '@jest/globals';
import { readTables } from '../readTables.js';

const cells = (texts: readonly string[], attributes = ''): string =>
  texts.map((text) => `<td${attributes}>${text}</td>`).join('');
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const FIGURES = ['1', '0', '', '0', '1', '0', '2', '0', '0', '2', '0', '0', '0', '0', '0'];
const page = (before: string, row: readonly string[]): string => `
  <h1>某某市某某局2022年政府信息公开工作年度报告</h1><h2>三、收到和处理政府信息公开申请情况</h2><p>（六）其他处理</p>
  <h2>四、政府信息公开行政复议、行政诉讼情况</h2>
  <table><tr>${before}${cells(RESULTS, ' rowspan="2"')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
  <tr>${cells([...RESULTS, ...RESULTS])}</tr><tr>${cells(row)}</tr></table>`;

test('results whose track is not in the grid are those of the first', () => {
  const { figures } = readTables(page('', FIGURES), 'text/html').tables.REVIEWS;
  expect(figures.map(({ value }) => value ?? '')).toEqual(FIGURES);
});

test('beside them, a number is the name of the row', () => {
  const beside = page('<td rowspan="2">年度</td>', ['2022', ...FIGURES.slice(1)]);
  expect(() => readTables(beside, 'text/html')).toThrow('not one table is whole');
});
