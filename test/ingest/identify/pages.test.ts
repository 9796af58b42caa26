import { describe, expect, test } from '@jest/globals';
import { documentOf } from '../documentOf.js';
import { BODY, identified, reasonOf } from './identified.js';

const TAIL = '政府信息公开工作年度报告';
const report = (front: readonly string[], back: readonly string[] = []) =>
  identified(documentOf([...front, ...BODY, ...back]));
const said = (front: readonly string[], back: readonly string[] = []) => {
  const { agencyName, year } = report(front, back);
  return `${agencyName} ${String(year)}`;
};

/** A menu of other reports, as a page shows it above its own. */
const OTHERS = [`沭阳县教育局2021年${TAIL}`, `沭阳县民政局2022年${TAIL}`, `沭阳县人民政府2020年${TAIL}`];
const YEARS = [`沭阳县财政局2019年${TAIL}`, `沭阳县财政局2018年${TAIL}`];
const SOURCE = '来源：沭阳县财政局';
const PERIOD = '统计期限自2020年1月1日至2020年12月31日。';

describe('a page’s own title', () => {
  test.each([
    [
      'a heading without its agency, not whole ones in a menu',
      [...OTHERS, `# 2021年${TAIL}`, SOURCE],
      '沭阳县财政局 2021',
    ],
    ['a heading without its agency, not other years', [...YEARS, `# 2020年${TAIL}`, SOURCE], '沭阳县财政局 2020'],
    ['a heading without either, with its period', [...YEARS, `# ${TAIL}`, SOURCE, PERIOD], '沭阳县财政局 2020'],
    ['a name without its place, not one with it', [...OTHERS, `县财政局2021年${TAIL}`], '县财政局 2021'],
    [
      'not titles with their dates',
      [`沭阳县教育局2022年${TAIL} 2023-01-20`, `# 2021年${TAIL}`, SOURCE],
      '沭阳县财政局 2021',
    ],
    [
      'not joined to a title above',
      [`沭阳县教育局2022年${TAIL} 2023-01-20`, `沭阳县财政局2021年${TAIL}`],
      '沭阳县财政局 2021',
    ],
    ['beneath a menu with 概况', ['概况', ...OTHERS, '通知', `沭阳县财政局2021年${TAIL}`, SOURCE], '沭阳县财政局 2021'],
    ['not the title before it', [`上一篇：沭阳县教育局2021年${TAIL}`, `# 2021年${TAIL}`, SOURCE], '沭阳县财政局 2021'],
    ['not where one is', ['首页 > 年报 > 政府信息公开年报', `# 2021年${TAIL}`, SOURCE], '沭阳县财政局 2021'],
    [
      'not the headings of a menu',
      [...OTHERS.map((other) => `## ${other}`), `沭阳县财政局2021年${TAIL}`],
      '沭阳县财政局 2021',
    ],
    ['not the heading of its column', ['# 政府信息公开年报', `沭阳县财政局2021年${TAIL}`], '沭阳县财政局 2021'],
    ['a title far above its column', [`沭阳县财政局2021年${TAIL}`, '# 政府信息公开年报'], '沭阳县财政局 2021'],
  ])('%s', (_, front, expected) => expect(said(front)).toBe(expected));

  test('the name of the site above a heading is no agency', () =>
    expect(reasonOf(() => report(['沭阳县人民政府', `# 2021年${TAIL}`]))).toBe('AGENCY_UNKNOWN'));
  test('nor is the last of a menu of organs', () =>
    expect(reasonOf(() => report(['沭阳县教育局', '沭阳县民政局', '沭阳县财政局', `2021年${TAIL}`]))).toBe(
      'AGENCY_UNKNOWN',
    ));
});

describe('the agency where the title leaves it out', () => {
  const title = `2021年${TAIL}`;
  test.each([
    ['the signature', [title], ['沭阳县财政局', '2022年1月20日']],
    ['the signature with its seal', [title], ['沭阳县财政局（盖章）', '2022年1月20日']],
    ['the signature in one line', [title], ['沭阳县财政局 2022年1月20日']],
    ['the signature before the portal', [title, '来源：沭阳县政务服务中心'], ['沭阳县财政局', '二〇二二年一月二十日']],
    ['the cover', [TAIL, '（2021年度）', '沭阳县财政局'], []],
    ['the cover on a site', ['沭阳县人民政府', TAIL, '（2021年度）', '沭阳县财政局'], []],
    ['a form', [TAIL, '（2021年度）', '填报单位（盖章）：沭阳县财政局'], []],
    ['the way to the page', ['首页 > 政府信息公开 > 沭阳县财政局 > 年度报告', title], []],
    ['the way with other marks', ['当前位置：首页 / 沭阳县财政局 / 年度报告', title], []],
    ['the nearest publisher', ['公示 来源：沭阳县教育局', '访谈', title, SOURCE], []],
  ])('%s', (_, front, back) => expect(said(front, back)).toBe('沭阳县财政局 2021'));

  test.each([
    ['a list of others behind it', [title], ['沭阳县教育局', '2022-01-20']],
    ['the source of other news', ['来源：沭阳县教育局', title], ['来源：沭阳县教育局']],
    ['others’ titles beside it', [...OTHERS, title], []],
    ['its site’s source', [title, '来源：沭阳县人民政府'], []],
  ])('not %s', (_, front, back) => expect(reasonOf(() => report(front, back))).toBe('AGENCY_UNKNOWN'));

  test('a township’s source is its own', () =>
    expect(said([title, '来源：沭阳县贤官镇人民政府'])).toBe('沭阳县贤官镇人民政府 2021'));
  test.each([
    ['a list of years above it', ['2020年', '2021年', `沭阳县财政局${TAIL}`], []],
    ['a sentence about another organ', [`沭阳县财政局${TAIL}`, `参照沭阳县教育局2022年${TAIL}，编制如下。`], []],
  ])('the year is not from %s', (_, front, back) => expect(reasonOf(() => report(front, back))).toBe('YEAR_UNKNOWN'));
});

describe('whose site it is decides between places of one name', () => {
  const title = `鼓楼区审计局2022年${TAIL}`;
  test.each([
    ['its head', ['徐州市鼓楼区人民政府门户网站', '首页', title], []],
    ['its foot', [title], ['主办单位：徐州市鼓楼区人民政府办公室 承办单位：徐州市鼓楼区大数据中心']],
  ])('%s', (_, front, back) => expect(report(front, back).division).toBe('320302'));
  test('links to several governments do not', () =>
    expect(report(['徐州市鼓楼区人民政府', '福州市鼓楼区人民政府', title]).division).toBeNull());
});

describe('the date of a page is the one nearest to its title', () => {
  const title = `沭阳县财政局2021年${TAIL}`;
  test.each([
    ['beneath it', [title], ['通知 发布日期：2026-05-05', '2026-05-05']],
    ['above it', ['最新公告 发布日期：2026-05-05', title], []],
  ])('not that of news %s', (_, front, back) => expect(report(front, back).publishedOn).toBeNull());
  test('one labeled at the end', () =>
    expect(report([title], ['发布日期：2022-01-20']).publishedOn).toBe('2022-01-20'));
  test.each([
    ['beneath it', ['通知 发布日期：2026-05-05', title, '发布日期：2022-01-20']],
    ['above it', ['通知 发布日期：2026-05-05', '发布日期：2022-01-20', title]],
    ['with the time of day alone', [title, '2022-01-20 16:22 来源：沭阳县财政局 浏览次数：100']],
  ])('%s', (_, front) => expect(report(front).publishedOn).toBe('2022-01-20'));
});
