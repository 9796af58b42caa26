import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { narrate } from '../../src/ingest/narrate.js';
import { recognize } from '../../src/ingest/recognize.js';
import { chapterOf } from '../../src/ingest/forms/chapterOf.js';
import { LAYOUTS } from './layouts.js';
import { balancedReport } from './printedReport.js';
import { readTables } from './readTables.js';

const [report] = fc.sample(balancedReport, { numRuns: 1, seed: 3 });

describe('narrate', () => {
  test.each(LAYOUTS)('$name: the prose of the six sections, without the tables', ({ render, type }) => {
    if (!report) throw new Error('no sample');
    const { document } = readTables(render(report), type);
    const sections = narrate(recognize(document));
    expect(sections.map(({ heading, text }) => [heading, text])).toEqual([
      ['一、总体情况', '2021年，本局依法公开政府信息，全年更新栏目 12 个，办理来信 3 件。'],
      ['二、主动公开政府信息情况', ''],
      ['三、收到和处理政府信息公开申请情况', ''],
      ['四、政府信息公开行政复议、行政诉讼情况', ''],
      ['五、存在的主要问题及改进情况', '公开的及时性还有不足，明年将加强培训。'],
      ['六、其他需要报告的事项', '无'],
    ]);
  });

  test('prose between a heading and its table, and after the table, is kept; a table of contents is not', () => {
    if (!report) throw new Error('no sample');
    const layout = LAYOUTS.find(({ name }) => name === 'a row a line');
    const text = (layout?.render(report) ?? '')
      .replace('三、收到和处理政府信息公开申请情况\n', '$&本年度的申请已全部办结。\n')
      .replace('四、政府', '其中信函申请居多。\n四、政府')
      .replace('一、总体', '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n一、总体');
    const { document } = readTables(text, 'text/plain');
    const sections = narrate(recognize(document));
    expect(sections).toHaveLength(6);
    expect(sections[2]?.text).toBe('本年度的申请已全部办结。\n其中信函申请居多。');
  });
});

describe('section five', () => {
  const HEADING = '五、存在的主要问题及改进情况';
  test.each([
    [`<p>${HEADING}</p><p>公开不够及时。</p>`, '公开不够及时。'],
    [`<p>${HEADING}：公开不够及时。</p>`, '公开不够及时。'],
    [`<p>${HEADING}。公开不够及时：已改进。</p>`, '公开不够及时：已改进。'],
    [`<p>${HEADING}：</p>`, ''],
    [`<p>${HEADING}</p><table><tr><td>问题</td><td>公开不够及时</td></tr></table>`, '问题公开不够及时'],
    [`<p>${HEADING}</p><p>见下表。</p><table><tr><td>问题</td><td>不及时</td></tr></table>`, '见下表。'],
  ])('%s: %j', (html, text) => {
    if (!report) throw new Error('no sample');
    const [clean] = LAYOUTS;
    const page = (clean?.render(report) ?? '').replace(
      `<p>${HEADING}</p>\n<p>公开的及时性还有不足，明年将加强培训。</p>`,
      html,
    );
    const section = narrate(recognize(readTables(page, 'text/html').document)).find(({ heading }) =>
      heading.startsWith('五'),
    );
    expect(section?.text.replaceAll(' ', '')).toBe(text);
    expect(section?.heading.replace('：', '')).toBe(HEADING);
  });
});

test.each([
  ['一、总体情况', 1],
  ['⼀、总体情况', 1],
  ['一、概 述', 1],
  ['一、工作基本情况', 1],
  ['一、基本情况概述', 1],
  ['一、2020年工作开展情况', 1],
  ['一、政府信息公开工作总体情况', 1],
  ['一、本年度总体情况', 1],
  ['一、整体情况', 1],
  ['一、综述', 1],
  ['⼆、主动公开政府信息情况', 2],
  ['    二、主动公开政府信息情况', 2],
  ['主动公开政府信息情况', 2],
  ['三、收到和处理政府信息公开申请情况              ', 3],
  ['四、政府信息公开行政复议、行政诉讼情况', 4],
  ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 4],
  ['因政府信息公开工作被申请行政复议提起行政诉讼情况', 4],
  ['五、政府信息公开工作存在的主要问题及改进情况', 5],
  ['五、存在的主要问题及整改措施', 5],
  ['五、存在的不足及改进措施', 5],
  ['五、存在不足及下一步打算', 5],
  ['五、主要问题和改进措施', 5],
  ['五、存在的困难和问题', 5],
  ['六、其他需要报告的事项', 6],
  ['六、其它需要报告的事项', 6],
  ['六、其他应报告的事项', 6],
  ['六、其他事项', 6],
  ['六、需要说明的事项', 6],
  // Not under its own number.
  ['二、整体情况', null],
  ['整体情况', null],
  ['五、改进作风，问题不过夜', null],
  ['六、其他处理', null],
  ['（六）其他', null],
  ['四、结转下年度继续办理', null],
  ['（一）主动公开政府信息情况', null],
  ['2021年，本局主动公开政府信息情况良好。', null],
  ['情况', null],
  ['', null],
])('%s is the heading of section %s', (line, chapter) => expect(chapterOf(line)).toBe(chapter));
