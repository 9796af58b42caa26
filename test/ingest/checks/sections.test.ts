import { describe, expect, test } from '@jest/globals';
import { sectionEmpty } from '../../../src/ingest/checks/sectionEmpty.js';
import { sectionMissing } from '../../../src/ingest/checks/sectionMissing.js';
import { numberOfSection } from '../../../src/ingest/checks/sectionOf.js';
import { flagged, HEADINGS, reportOf } from './reportOf.js';

test.each([
  ['一、总体情况', 1],
  ['⼀、总体情况', 1],
  ['一、概 述', 1],
  ['一、工作基本情况', 1],
  ['一、基本情况概述', 1],
  ['一、2020年工作开展情况', 1],
  ['二、主动公开政府信息情况', 2],
  ['三、收到和处理政府信息公开申请情况', 3],
  ['四、政府信息公开行政复议、行政诉讼情况', 4],
  ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 4],
  ['五、存在的主要问题及改进措施', 5],
  ['五、政府信息公开工作存在的主要问题及改进情况', 5],
  ['五、存在的主要问题及整改措施', 5],
  ['六、其他需要报告的事项', 6],
  ['六、其它需要报告的事项', 6],
  ['附件', null],
])('%s is section %p', (heading, number) => expect(numberOfSection(heading)).toBe(number));

describe('SECTION_MISSING', () => {
  const report = reportOf({});
  const { APPLICATIONS, DISCLOSURES } = report.tables;
  const bare = { ...report, tables: { ...report.tables, APPLICATIONS: { ...APPLICATIONS, form: null } } };
  const without = (number: number) => report.narrative.filter(({ heading }) => heading !== HEADINGS[number - 1]);

  test('none', () => expect(flagged(sectionMissing, bare)).toEqual([]));
  test.each([1, 2, 3, 4, 5, 6])('section %i', (number) =>
    expect(flagged(sectionMissing, { ...bare, narrative: without(number) })).toEqual([`SECTION_MISSING | ${number}`]),
  );
  test('all', () => expect(flagged(sectionMissing, { ...bare, narrative: [] })).toHaveLength(6));
  test('a table without its heading is a section', () => {
    const tables = { ...bare.tables, DISCLOSURES: { ...DISCLOSURES, form: 'FORM_2019' as const } };
    expect(flagged(sectionMissing, { ...bare, tables, narrative: without(2) })).toEqual([]);
  });
});

describe('SECTION_EMPTY', () => {
  test.each([
    ['', ['SECTION_EMPTY | 5 | ']],
    ['无', ['SECTION_EMPTY | 5 | 无']],
    ['⽆。', ['SECTION_EMPTY | 5 | 无。']],
    ['暂无', ['SECTION_EMPTY | 5 | 暂无']],
    [' - 3 - ', ['SECTION_EMPTY | 5 | -3-']],
    ['无专职人员是主要问题。', []],
    ['问题：人手不足。', []],
  ])('%j: %j', (text, expected) => expect(flagged(sectionEmpty, reportOf({}, { 5: text }))).toEqual(expected));
});
