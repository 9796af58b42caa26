import { describe, expect, test } from '@jest/globals';
import { documentOf } from '../documentOf.js';
import { BODY, identified, reasonOf, titled, who } from './identified.js';

describe('titles in one line', () => {
  test.each([
    ['南阳市政府办公室2020年政府信息公开工作年度报告', '南阳市政府办公室', '411300', 2020],
    ['沭阳县发展和改革局2023年政府信息公开年度报告', '沭阳县发展和改革局', '321322', 2023],
    ['沭阳县财政局2023年信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局2023年政府信息公开工作报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局2023年度政府信息公开年度工作报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局2023年度政府信息公开工作年报', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局政府信息公开2023年度报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局政府信息公开工作年度报告（2023年）', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局政府信息公开工作年度报告（2023年度）', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局政府信息公开工作年度报告2023', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局关于2023年政府信息公开工作情况的报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局（2023年）政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局〔2023〕年政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局2023年政府信息公开工作年度报告（2024年1月20日）', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局关于印发《2023年政府信息公开工作年度报告》的通知', '沭阳县财政局', '321322', 2023],
    ['关于公布《沭阳县财政局2023年政府信息公开工作年度报告》的通知', '沭阳县财政局', '321322', 2023],
    ['2023年度沭阳县财政局政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['2023年沭阳县财政局政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局二〇二三年政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局二○二三年度政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['沭阳县财政局 2023 年政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['沭 阳 县 财 政 局 2023 年 政 府 信 息 公 开 工 作 年 度 报 告', '沭阳县财政局', '321322', 2023],
    ['《沭阳县财政局2023年政府信息公开工作年度报告》', '沭阳县财政局', '321322', 2023],
    ['附件：沭阳县财政局2023年政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['# 沭阳县财政局2023年政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['首页 > 政府信息公开 > 沭阳县财政局2023年政府信息公开工作年度报告', '沭阳县财政局', '321322', 2023],
    ['南阳市政府办公室2020年政府信息公开⼯作年度报告', '南阳市政府办公室', '411300', 2020],
    ['南阳市⼈⺠政府办公室2020年政府信息公开⼯作年度报告', '南阳市人民政府办公室', '411300', 2020],
    ['沭陽縣財政局2023年政府信息公開工作年度報告', '沭阳县财政局', '321322', 2023],
    ['开平市马冈镇人民政府信息公开工作2023年年度报告', '开平市马冈镇人民政府', '440783', 2023],
    ['五常市民意乡2021年政府信息公开工作年度报告', '五常市民意乡', '230184', 2021],
    ['本溪市财政局2023年政府信息公开工作年度报告', '本溪市财政局', '210500', 2023],
    ['第八师石河子市财政局2023年政府信息公开工作年度报告', '第八师石河子市财政局', '659001', 2023],
    ['第八师石河子市2023年政府信息公开工作年度报告', '第八师石河子市人民政府', '659001', 2023],
    ['新疆生产建设兵团2023年政府信息公开工作年度报告', '新疆生产建设兵团', null, 2023],
    ['新疆生产建设兵团第十二师2023年政府信息公开工作年度报告', '新疆生产建设兵团第十二师', null, 2023],
    ['第八师一四三团2023年政府信息公开工作年度报告', '第八师一四三团', null, 2023],
    ['全椒县财政局2023年政府信息公开工作年度报告', '全椒县财政局', '341124', 2023],
  ])('%s', (line, agency, division, year) => expect(who(titled(line))).toEqual([agency, division, year]));
});

describe('titles elsewhere', () => {
  test.each([
    ['broken before the year', ['淮安市财政局', '2024 年政府信息公开工作年度报告'], '淮安市财政局', 2024],
    ['the year on a line of its own', ['淮安市财政局', '2024', '年政府信息公开工作年度报告'], '淮安市财政局', 2024],
    ['broken in its middle', ['淮安市财政局2024年政府信息', '公开工作年度报告'], '淮安市财政局', 2024],
    [
      'the year beneath, without brackets',
      ['淮安市财政局', '政府信息公开工作年度报告', '2024年'],
      '淮安市财政局',
      2024,
    ],
    ['the year beneath', ['淮安市财政局政府信息公开工作年度报告', '（2024年）'], '淮安市财政局', 2024],
    [
      'broken with the year beneath',
      ['淮安市财政局', '政府信息公开工作年度报告', '（2024年度）'],
      '淮安市财政局',
      2024,
    ],
    ['beneath words of the site', ['首页', '淮安市财政局2024年政府信息公开工作年度报告'], '淮安市财政局', 2024],
  ])('%s', (_, lines, agency, year) => {
    const report = titled(...lines);
    expect([report.agencyName, report.division, report.year]).toEqual([agency, '320800', year]);
    expect(report.title?.replaceAll(' ', '')).toBe(
      lines
        .filter((line) => line !== '首页')
        .join('')
        .replaceAll(' ', ''),
    );
  });

  test('after the heading of section one', () => {
    const document = documentOf(['⼀、总体情况', '南阳市政府办公室2020年政府信息公开⼯作年度报告', ...BODY.slice(1)]);
    expect(identified(document)).toMatchObject({
      agencyName: '南阳市政府办公室',
      division: '411300',
      title: '南阳市政府办公室2020年政府信息公开工作年度报告',
    });
  });

  test('in a sentence alone: there is no title then', () => {
    const sentence =
      '依照《国务院办公厅关于政府信息公开年度报告有关事项的通知》，现公布南阳市财政局2020年度政府信息公开工作进展情况报告。';
    expect(identified(documentOf(['总体情况', sentence, ...BODY.slice(2)]))).toMatchObject({
      agencyName: '南阳市财政局',
      year: 2020,
      title: null,
    });
  });

  test('in a sentence with the verb behind the agency', () => {
    const sentence = '依照条例，南阳市财政局现公布2020年度政府信息公开工作年度报告。';
    expect(who(identified(documentOf(['总体情况', sentence])))).toEqual(['南阳市财政局', '411300', 2020]);
  });

  test('a sentence about another year’s report names nobody', () => {
    const sentence = '此前，南阳市财政局公布了2019年政府信息公开工作年度报告。';
    expect(reasonOf(() => titled('2020年政府信息公开工作年度报告', sentence))).toBe('AGENCY_UNKNOWN');
  });

  test('another document named in《》is not this one', () => {
    const sentence = '依照《河南省人民政府办公厅2019年政府信息公开工作年度报告》的体例编写。';
    expect(reasonOf(() => identified(documentOf(['总体情况', sentence])))).toBe('YEAR_UNKNOWN');
  });

  test('in the title of the container, the site’s name behind it', () => {
    const declaredTitle = '南阳市财政局2020年政府信息公开工作年度报告-南阳市人民政府门户网站';
    expect(who(identified(documentOf(BODY, { declaredTitle })))).toEqual(['南阳市财政局', '411300', 2020]);
  });

  test('in the name of the file, where the document has none', () => {
    const source = { url: null, fileName: '下载/沭阳县财政局2023年政府信息公开年度报告.pdf' };
    const report = identified(documentOf(BODY), { source });
    expect([...who(report), report.title]).toEqual(['沭阳县财政局', '321322', 2023, null]);
  });

  test('the agency from a printed publisher, the year from the title', () => {
    const report = titled('发布机构：南阳市财政局', '2020年政府信息公开工作年度报告');
    expect(who(report)).toEqual(['南阳市财政局', '411300', 2020]);
  });

  test('the name of the site is no agency', () => {
    const document = documentOf(['# 2020年政府信息公开工作年度报告', ...BODY], { declaredPublisher: '南阳市人民政府' });
    expect(reasonOf(() => identified(document))).toBe('AGENCY_UNKNOWN');
  });

  test('not the reports that follow it, where it has no title', () => {
    const others = ['上一篇', '南阳市财政局2019年政府信息公开工作年度报告'];
    expect(reasonOf(() => identified(documentOf([...BODY, ...others])))).toBe('YEAR_UNKNOWN');
  });

  test('not the reports of other years that the page lists', () => {
    const others = ['南阳市财政局2018年政府信息公开工作年度报告', '南阳市财政局2019年政府信息公开工作年度报告'];
    const own = '南阳市财政局2020年政府信息公开工作年度报告';
    expect(identified(documentOf([...others, '返回', own, ...BODY, ...others])).year).toBe(2020);
    expect(
      identified(documentOf([own, '发布日期', '浏览', '字体', ...others, ...BODY], { declaredTitle: own })).year,
    ).toBe(2020);
  });
});

test.each([
  ['nothing', [], 'YEAR_UNKNOWN'],
  ['a year alone', ['2020年政府信息公开工作年度报告'], 'AGENCY_UNKNOWN'],
  ['an agency alone', ['沭阳县财政局政府信息公开工作年度报告'], 'YEAR_UNKNOWN'],
  ['two years', ['沭阳县财政局2019年至2020年政府信息公开工作年度报告'], 'YEAR_UNKNOWN'],
  ['years in a list', ['淮安市财政局', '政府信息公开年报', '2019年', '2020年'], 'YEAR_UNKNOWN'],
  ['the year of a revision', ['沭阳县财政局政府信息公开工作年度报告（2022年修订）'], 'YEAR_UNKNOWN'],
  ['the day of publication', ['沭阳县财政局政府信息公开工作年度报告（2022年1月20日）'], 'YEAR_UNKNOWN'],
  ['words of no organ', ['历年2020年政府信息公开工作年度报告'], 'AGENCY_UNKNOWN'],
  ['a notice about reports', ['沭阳县财政局关于报送2020年政府信息公开工作年度报告的通知'], 'YEAR_UNKNOWN'],
])('refused: %s', (_, lines, reason) => expect(reasonOf(() => titled(...lines))).toBe(reason));
