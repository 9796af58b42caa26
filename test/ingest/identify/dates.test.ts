import { describe, expect, test } from '@jest/globals';
import type { Document } from '../../../src/ingest/types.js';
import { documentOf } from '../documentOf.js';
import { BODY, identified, reasonOf, type Rest } from './identified.js';

describe('the year', () => {
  const said = (title: string, text: string, rest: Rest = {}) => {
    const narrative = [{ heading: '一、总体情况', text }];
    const { year, findings } = identified(documentOf([title, ...BODY, text]), { narrative, ...rest });
    return [year, ...findings];
  };
  const titled2020 = '沭阳县财政局2020年政府信息公开工作年度报告';
  const undated = '沭阳县财政局政府信息公开工作年度报告';

  test.each([
    [titled2020, '2020年，本局公开信息10条。', [2020]],
    [titled2020, '2019年，本局公开信息10条。', [2020, 'TITLE_YEAR 2019 2020']],
    [titled2020, '2019年，本局起步。2020年，本局公开信息10条。', [2020]],
    [titled2020, '2021年，本局公开信息10条。', [2020, 'TITLE_YEAR 2021 2020']],
    [titled2020, '一年来，本局公开信息10条。2021年，本局将继续努力。', [2020]],
    [titled2020, '2019年，新条例施行，2020年本局公开信息10条。', [2020]],
    [titled2020, '2019年，本局公开信息10条。2021年，本局将继续努力。', [2020, 'TITLE_YEAR 2019 2020']],
    [titled2020, '依照2019年修订的条例，本局公开信息10条。', [2020]],
    [titled2020, '所列数据统计期限自2019年1月1日起至2019年12月31日止。', [2020, 'TITLE_YEAR 2019 2020']],
    [undated, '所列数据统计期限自2019年1月1日起至12月31日止。', [2019]],
  ])('%s · %s', (title, text, expected) => expect(said(title, text)).toEqual(expected));

  test('a date in the prose is none', () =>
    expect(reasonOf(() => said(undated, '2021年1月25日印发了方案。2020年，本局公开信息10条。'))).toBe('YEAR_UNKNOWN'));
  test('the manifest says what the document leaves open', () =>
    expect(said(undated, '', { manifest: { year: 2021 } })).toEqual([2021]));
  test('the document stands against the manifest', () =>
    expect(said(titled2020, '', { manifest: { year: 2021 } })).toEqual([2020, 'MANIFEST_CONFLICT year 2021 2020']));
});

describe('the day of publication', () => {
  const title = '沭阳县财政局2020年政府信息公开工作年度报告';
  const published = (lines: readonly string[], declared: Partial<Document> = {}) =>
    identified(documentOf(lines, declared)).publishedOn;

  test.each([
    ['发布日期:2021-01-04', '2021-01-04'],
    ['发布时间: 2021-02-20 16:53', '2021-02-20'],
    ['发布日期：2021年1月4日', '2021-01-04'],
    ['公开日期 2021/1/4', '2021-01-04'],
    ['日期: 2021-01-14', '2021-01-14'],
    ['【发布时间】2021-01-04  【来源】沭阳县财政局', '2021-01-04'],
    ['来源：沭阳县财政局 发布时间：2021-01-04 浏览次数：12', '2021-01-04'],
    ['作者：张三 来源：沭阳县财政局 时间：2021-01-04', '2021-01-04'],
    ['2021年01月04日 来源：沭阳县财政局', '2021-01-04'],
    ['发布于：2021-01-04', '2021-01-04'],
    ['（2021年1月23日）', '2021-01-23'],
    ['二〇二一年一月二十五日', '2021-01-25'],
    ['成文日期：2021-01-04', null],
    ['更新时间：2021-01-04', null],
    ['发布日期：2021-02-30', null],
    ['2021年1月4日，本局召开会议。', null],
  ])('%s beneath the title: %s', (line, expected) => expect(published([title, line, ...BODY])).toBe(expected));

  test('a signature at the end', () => {
    expect(published([title, ...BODY, '沭阳县财政局', '2021年1月25日'])).toBe('2021-01-25');
    expect(published([title, ...BODY, '沭阳县财政局 2021年1月25日', '主办单位：沭阳县人民政府', '网站地图'])).toBe(
      '2021-01-25',
    );
  });
  test('the next cell', () => expect(published([title, '公开日期', '2021-01-17', ...BODY])).toBe('2021-01-17'));
  test('declared by the container', () =>
    expect(published([title, ...BODY], { declaredDate: '2021-01-18' })).toBe('2021-01-18'));
  test('printed before declared', () =>
    expect(published([title, '发布日期：2021-01-04', ...BODY], { declaredDate: '2021-01-18' })).toBe('2021-01-04'));
  test('by the manifest where none is printed', () =>
    expect(identified(documentOf([title, ...BODY]), { manifest: { published: '2021-01-30' } }).publishedOn).toBe(
      '2021-01-30',
    ));
});
