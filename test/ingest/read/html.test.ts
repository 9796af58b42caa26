import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { toGrid, type LooseCell } from '../../../src/ingest/read/grid.js';
import { withoutStyle } from '../../../src/ingest/read/html/withoutStyle.js';
import { readHtml } from '../../../src/ingest/read/html.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import type { Document, Grid } from '../../../src/ingest/types.js';

const read = (html: string): Document => readHtml(new TextEncoder().encode(html), 'text/html; charset=utf-8');
const isGrid = (block: { kind: string }): block is Grid => block.kind === 'grid';
const textsOf = (grid: Grid | undefined): string[] =>
  (grid?.rows ?? []).map((row) => row.map(({ text }) => text).join('|'));
const linesOf = (document: Document): string[] =>
  document.blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : `#${block.table} ${textsOf(block).join(' / ')}`,
  );

describe('text', () => {
  test.each([
    ['<p>一</p><p>二<br>三</p>', ['一', '二', '三']],
    ['<div>一<div>二</div>三</div>', ['一', '二', '三']],
    ['<p>政府<span>信息</span> <b>公</b>\n 开&nbsp;1&lt;2</p>', ['政府信息 公 开\u00a01<2']],
    ['<script>var a="<p>x</p>"</script><style>p{}</style><nav><a>首页</a></nav><p>一</p>', ['一']],
    ['<pre>一\n\n\t二</pre>', ['一', '', '\t二']],
    ['<p>一<p>二', ['一', '二']],
    ['<p>52<sup>1</sup> 3<sub>0</sub></p>', ['52¹ 3₀']],
    ['<p>1<del>3</del>5</p><p>1<s>3</s></p>', ['1 3\u0336 5', '1 3\u0336']],
    ['<div style="display:none"><p>一</p></div><input value="站内搜索">', ['一']],
    ['', []],
    ['<!-- x --><p>一</p', ['一']],
  ])('%s', (html, lines) => expect(linesOf(read(html))).toEqual(lines));

  test('headings keep their level', () => {
    expect(read('<h2>一、总体情况</h2><p>x</p>').blocks).toEqual([
      { kind: 'paragraph', text: '一、总体情况', page: null, heading: 2 },
      { kind: 'paragraph', text: 'x', page: null, heading: null },
    ]);
  });
});

describe('what a page declares', () => {
  test.each([
    ['<title>某局2021年报告 - 某政府网</title>', '某局2021年报告 - 某政府网', null, null],
    [
      '<title>x</title><meta name="ArticleTitle" content="某局 2021年报告"><meta name="PubDate" content="2022-01-20 10:00"><meta name="ContentSource" content="某局"><meta name="SiteName" content="某网">',
      '某局 2021年报告',
      '2022-01-20',
      '某局',
    ],
    ['<meta name="pubdate" content="2022年1月5日"><meta name="SiteName" content="某网">', null, '2022-01-05', '某网'],
    ['<meta name="PubDate" content="soon"><meta name="ContentSource" content=" ">', null, null, null],
    ['<meta name="PubDate" content="2022-13-45">', null, null, null],
  ])('%s', (html, declaredTitle, declaredDate, declaredPublisher) =>
    expect(read(html)).toMatchObject({ declaredTitle, declaredDate, declaredPublisher }),
  );
});

describe('tables', () => {
  test.each([
    [
      'cells, rows and words that are not shown',
      '<table><tr><td>a</td><td style="width:1px; DISPLAY: none">9</td><td><span style="mso-hide:all">9</span>1</td></tr><tr style="display:none"><td>b<td>2<td>3</tr><tr><td hidden>9</td><td>c</td><td>4</td></tr></table>',
      ['#1 a|1 / c|4'],
    ],
    [
      'fields',
      '<table><tr><td>a</td><td><input value="1"></td><td><input type="hidden" value="9"><input type="TEXT" value="2"></td></tr></table>',
      ['#1 a|1|2'],
    ],
    [
      'fields whose value a script may fill in, and those that show no text',
      '<table><tr><td>a</td><td><input></td><td><input value=""></td><td><input type=checkbox value=1></td></tr></table>',
      ['#1 a|\ufffc||\ufffc'],
    ],
    [
      'lists to choose from, and boxes to write in',
      '<table><tr><td>a</td><td><select><option>0<option selected>5</select></td><td><select><option value=1>7</option><option>8</option></select></td><td><select multiple><option>1</select></td><td><textarea>3</textarea></td></tr></table><select><option>友情链接</select>',
      ['#1 a|5|7|\ufffc|3'],
    ],
    [
      'pictures and scripts, of which a cell with a figure tells nothing',
      '<table><tr><td>规章<img></td><td><img src=3.png></td><td>4<img></td><td><script>w(5)</script></td><td></td></tr></table>',
      ['#1 规章|\ufffc|4|\ufffc|'],
    ],
    [
      'a picture in the layout of the page',
      '<table><tr><td><img></td><td><table><tr><td><input></td></tr></table></td></tr></table>',
      ['#1 \ufffc|\ufffc'],
    ],
    [
      'cells and rows that a class takes out, words that it may',
      '<style>.x, td.old{display:none} @media print{.y{display:none}} .z{display:none} .z.on{display:block}</style><table><tr><td class="a x">9</td><td class="y">a</td><td class="z">1</td></tr><tr class=x><td>b<td>2</tr><tr><td>c</td><td class="old">9</td><td><span class="x">9</span></td></tr></table>',
      ['#1 a|1 / c|\ufffc'],
    ],
    [
      'what a style hides in its place is not blank',
      '<table><tr><td>a</td><td style="visibility: hidden">9</td><td>1</td></tr></table>',
      ['#1 a|\ufffc|1'],
    ],
    [
      'nor what it makes transparent or as small as nothing; beside a figure that does not show',
      '<table><tr><td>a</td><td><span style="font-size: 0px">8</span></td><td>5<i style="opacity:0">8</i></td><td>5<b style="opacity:0.8;font-size:0.9em">8</b></td></tr></table>',
      ['#1 a|\ufffc|5|58'],
    ],
    [
      'a row that begins without its tag',
      '<table><tr><td>a</td><td>1</td></tr><td>b</td><td>2</td></tr></table>',
      ['#1 a|1 / b|2'],
    ],
    [
      'raised, lowered and struck out by style',
      '<table><tr><td>52<span style="font-size:8px; vertical-align: super">1</span></td><td>52<span style="vertical-align:sub">1</span></td><td><span style="text-decoration:line-through">3</span>5</td><td>52<span style="position:relative;mso-text-raise:3.0pt">1</span></td><td><span style="mso-text-raise:3.0pt">52</span></td></tr></table>',
      ['#1 52¹|52₁|3\u0336 5|52¹|52'],
    ],
    ['plain', '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>', ['#1 1|2 / 3|4']],
    [
      'spans',
      '<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      ['#1 a|b|b / a|c|d'],
    ],
    [
      'a span of 0 reaches to the end',
      '<table><tr><td rowspan=0>a</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>',
      ['#1 a|1 / a|2 / a|3'],
    ],
    [
      'absurd spans are bounded',
      '<table><tr><td colspan=999999999>a</td></tr><tr><td rowspan=999999999>1</td><td>2</td></tr></table>',
      ['#1 a|a / 1|2'],
    ],
    ['spans that say nothing', '<table><tr><td colspan=x rowspan=-3>a</td><td>b</td></tr></table>', ['#1 a|b']],
    ['unclosed cells and rows', '<table><tr><td>1<td>2<tr><td>3<td>4</table>', ['#1 1|2 / 3|4']],
    [
      'lines within a cell',
      '<table><tr><td>本年新<br>制作</td><td><p>1</p><p>2</p></td></tr></table>',
      ['#1 本年新\n制作|1\n2'],
    ],
    ['a short row', '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', ['#1 1|2 / 3|']],
    [
      'tables that lay out the page',
      '<table><tr><td>左</td><td><p>二、情况</p><table><tr><td>1</td><td>2</td></tr></table><p>三、情况</p></td></tr></table>',
      ['左', '二、情况', '#1 1|2', '三、情况'],
    ],
    [
      'a table of one cell within a cell',
      '<table><tr><td>a</td><td><table><tr><td>0</td></tr></table></td></tr></table>',
      ['#1 a|0'],
    ],
    [
      'rows of data beside a row with a table in it',
      '<table><tr><td>1</td><td>2</td></tr><tr><td>x</td><td><table><tr><td>3</td><td>4</td></tr></table></td></tr><tr><td>5</td><td>6</td></tr></table>',
      ['#1 1|2', 'x', '#2 3|4', '#3 5|6'],
    ],
    ['two tables', '<table><tr><td>1<td>2</table><p>x</p><table><tr><td>3<td>4</table>', ['#1 1|2', 'x', '#2 3|4']],
    ['a table never closed', '<p>x</p><table><tr><td>1<td>2', ['x', '#1 1|2']],
    ['blank cells of Word', '<table><tr><td><p><o:p> </o:p></p></td><td>1</td></tr></table>', ['#1 |1']],
  ])('%s', (_name, html, lines) => expect(linesOf(read(html))).toEqual(lines));

  test('a missing cell is told from a blank one by its span', () => {
    const [grid] = read('<table><tr><td>1</td><td>2</td></tr><tr><td></td></tr></table>').blocks.filter(isGrid);
    expect(grid?.rows[1]?.map(({ columnSpan }) => columnSpan)).toEqual([1, 0]);
  });
});

describe('limits', () => {
  test.each([
    ['a million cells', `<table>${'<tr>'.concat('<td>0</td>'.repeat(1000)).repeat(1000)}</table>`],
    ['rows and spans that multiply', `<table>${'<tr><td rowspan=60000>'.repeat(20_000)}</table>`],
    ['tables nested without end', '<table><tr><td>'.repeat(100_000)],
  ])('%s: LIMIT_EXCEEDED', (_name, html) =>
    expect(() => read(html)).toThrow(expect.objectContaining({ name: 'Refusal', reason: 'LIMIT_EXCEEDED' })),
  );

  test('elements nested without end are read', () => {
    expect(linesOf(read(`${'<div>'.repeat(50_000)}x`))).toEqual(['x']);
  });
});

test('a grid is rectangular, and each cell covers exactly its span', () => {
  const cell: fc.Arbitrary<LooseCell> = fc.record({
    text: fc.constantFrom('a', 'b', ''),
    rowSpan: fc.integer({ min: 0, max: 4 }),
    columnSpan: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      const grid = toGrid(rows, null);
      expect(grid).toHaveLength(rows.length);
      expect(new Set(grid.map((row) => row.length)).size).toBeLessThanOrEqual(1);
      grid.forEach((row, y) =>
        row.forEach((each, x) => {
          if (each.columnSpan === 0) return;
          expect(y >= each.row && y < each.row + each.rowSpan).toBe(true);
          expect(x >= each.column && x < each.column + each.columnSpan).toBe(true);
        }),
      );
      const printed = new Set(grid.flat().filter(({ columnSpan }) => columnSpan > 0));
      expect(printed.size).toBeLessThanOrEqual(rows.flat().length);
    }),
  );
});

test('whatever the bytes, reading ends, in a document or a refusal', () => {
  const piece = fc.constantFrom(
    '<table>',
    '<tr>',
    '<td rowspan=3>',
    '</td>',
    '</tr>',
    '</table>',
    '<td colspan=9>',
    '1',
    '二',
    '<p>',
    '<br>',
    '<pre>',
    '&nbsp;',
    '<',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(piece, { maxLength: 80 }).map((all) => new TextEncoder().encode(all.join(''))),
      ),
      (bytes) => {
        try {
          expect(readHtml(bytes, null).mediaType).toBe('text/html');
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      },
    ),
  );
});

test.each([
  ['<p style="x" class="y">a</p>', '<p>a</p>'],
  ['<td rowspan="2" width="9" colspan="3">a</td>', '<td rowspan="2" colspan="3">a</td>'],
  ['<p title="class=x" style="y">a</p>', '<p title="class=x">a</p>'],
  ['the words style="x" in a text', 'the words style="x" in a text'],
  ["<p style='x'>a</p>", "<p style='x'>a</p>"],
  ['<p style="a>b">c</p>', '<p style="a>b">c</p>'],
  ['<p style="x', '<p style="x'],
])('%s without its style is %s', (html, plain) => expect(withoutStyle(html, false)).toBe(plain));
