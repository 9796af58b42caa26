import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import nzh from 'nzh/cn';
import { narrativeMismatch } from '../../../src/ingest/checks/narrativeMismatch.js';
import { readCount } from '../../../src/ingest/checks/readCount.js';
import { statedApplications } from '../../../src/ingest/checks/statedApplications.js';
import { flagged, reportOf } from './reportOf.js';

describe('counts in words and digits', () => {
  test.each([
    ['60', 60],
    ['1,057', 1057],
    ['1,05', null],
    ['六十', 60],
    ['十二', 12],
    ['一十二', 12],
    ['两百', 200],
    ['一千零五十七', 1057],
    ['一〇五', null],
    ['一二三', null],
    ['二百五', null],
    ['零', 0],
    ['', null],
  ])('%s is %p', (text, count) => expect(readCount(text)).toBe(count));

  test('every numeral comes back', () =>
    fc.assert(fc.property(fc.nat({ max: 99_999_999 }), (count) => expect(readCount(nzh.encodeS(count))).toBe(count))));
});

const BUREAU = { agencyName: '沭阳县财政局', kind: 'DEPARTMENT', scope: 'OWN' } as const;
const COUNTY = { agencyName: '沭阳县人民政府', kind: 'GOVERNMENT', scope: 'CONSOLIDATED' } as const;
const TOWN = { agencyName: '沭阳县龙集镇人民政府', kind: 'TOWNSHIP', scope: 'OWN' } as const;
const ZONE = { agencyName: '宿迁经济技术开发区管理委员会', kind: 'ZONE_COMMITTEE', scope: 'OWN' } as const;
const statedIn = (text: string, of: typeof BUREAU | typeof COUNTY | typeof TOWN | typeof ZONE = BUREAU) =>
  statedApplications(text, reportOf({}, {}, { ...of, year: 2023 }).identity)?.count ?? null;

describe('what a text states', () => {
  test.each([
    ['本年共收到政府信息公开申请1,057件。', 1057],
    ['全年收到申请六十件，均已办结。', 60],
    ['2023年共收到1057件政府信息公开申请。', 1057],
    ['全年共收到公民、法人或其他组织的政府信息公开申请12件。', 12],
    ['共收到公民、法人或者其他组织政府信息公开申请12件，同比下降20%。', 12],
    ['本年受理依申请公开25件。', 25],
    ['受理政府信息公开申请共计25件。', 25],
    ['收到依申请公开件60件。', 60],
    ['全年共收到政府信息依申请公开89件次，已答复88件。', 89],
    ['共收到公开政府信息申请1件。', 1],
    ['共收到书面政府信息公开申请表3份。', 3],
    ['收到政府信息公开申请数为95件（自然人90件、法人5件）。', 95],
    ['全年累计收到政府信息公开申请112件，其中上年结转36件。', 112],
    ['收到政府信息公开申请95件、行政复议2件。', 95],
    ['共收到政府信息公开申请0件。', 0],
    ['本年共收到申请12个。', 12],
    ['收到政府信息公开申请12项，均已办结。', 12],
    ['共收到十二次政府信息公开申请。', 12],
    // What may stand before it.
    ['（二）依申请公开情况。2023年，我局共受理政府信息公开申请95件。', 95],
    ['二是依申请公开情况2023年度我单位共收到政府信息公开申请95件。', 95],
    ['自2023年1月1日起至2023年12月31日止，共收到政府信息公开申请95件。', 95],
    ['一年来，本机关严格办理，共收到政府信息公开申请95件。', 95],
    ['2023年，我局在县政府办公室指导下，认真落实条例，共收到政府信息公开申请95件。', 95],
    ['认真落实上级部门要求，共收到政府信息公开申请95件。', 95],
    ['依法办理公开申请，今年以来共收到政府信息公开申请95件。', 95],
    ['县财政局高度重视，共收到政府信息公开申请95件。', 95],
    ['县财政局2023年共收到政府信息公开申请95件。', 95],
  ])('%s: %i', (text, count) => expect(statedIn(text)).toBe(count));

  test.each([
    // No count of applications.
    '收到申请20个工作日内答复。',
    '收到申请3个月后。',
    '收到3个申请人的来函。',
    '收到3项申请材料。',
    '办理依申请公开件60件。',
    '未收到政府信息公开申请。',
    '不予受理政府信息公开申请2件。',
    '本年主动公开信息3件。',
    '',
    // Not exact, or of several readings.
    '共收到政府信息公开申请1.2万件。',
    '共收到政府信息公开申请100余件。',
    '共收到政府信息公开申请100件以上。',
    '共收到政府信息公开申请100件左右。',
    '共收到政府信息公开申请数十件。',
    '共收到政府信息公开申请40件和57件。',
    '共收到政府信息公开申请95人次。',
    '做到收到申请一件、登记一件、答复一件。',
    '存在收到政府信息公开申请3件未按时答复的情况。',
    // Another time.
    '去年收到申请3件。',
    '上年结转申请3件。',
    '较2022年收到的申请40件增加17件。',
    '2022年共收到政府信息公开申请40件，2023年57件。',
    '2019-2023年共收到政府信息公开申请300件。',
    '自2008年以来，共收到政府信息公开申请2300件。',
    '近三年共收到政府信息公开申请300件。',
    '三年来共受理政府信息公开申请300件。',
    '累计收到政府信息公开申请2300件。',
    '“十四五”期间，共收到政府信息公开申请300件。',
    '截至6月底共收到政府信息公开申请30件。',
    '1至9月共收到政府信息公开申请30件。',
    '2023年12月收到政府信息公开申请3件，结转下年。',
    '平均每月收到政府信息公开申请5件。',
    '日均收到申请5件。',
    // A part.
    '共收到网上申请12件。',
    '其中收到申请3件。',
    '通过信函收到申请3件。',
    '线上收到申请5件，线下收到申请6件。',
    '依申请公开系统收到申请5件。',
    '通过12345热线收到申请5件。',
    '收到涉及征地拆迁的政府信息公开申请45件。',
    '收到市政府转办政府信息公开申请5件。',
    // Another organ.
    '下属单位收到政府信息公开申请3件。',
    '县教育局收到政府信息公开申请30件。',
    '县教育局高度重视，共收到政府信息公开申请30件。',
    '1.教育局：收到政府信息公开申请3件。',
    '我县严格办理，全年共收到政府信息公开申请95件。',
    '全县共收到政府信息公开申请95件。',
    '全县财政系统共收到政府信息公开申请95件。',
    '市政府办公厅代表市政府共受理政府信息公开申请859件。',
    // Other matters.
    '收到行政许可申请300件。',
    '收到行政复议申请3件。',
    '收到群众来信申请3件。',
    '政务大厅共受理申请3500件。',
    '受理申请3500件，办结3500件。',
    '受理群众申请3500件。',
    '收到不动产登记申请3500件。',
  ])('%s: nothing that is surely the whole', (text) => expect(statedIn(text)).toBeNull());

  test.each([
    ['全县共收到政府信息公开申请95件。', COUNTY, 95],
    ['我县各级行政机关共收到政府信息公开申请95件。', COUNTY, 95],
    ['沭阳县共收到政府信息公开申请95件。', COUNTY, 95],
    ['共收到政府信息公开申请95件。', COUNTY, 95],
    ['县政府办公室收到政府信息公开申请17件。', COUNTY, null],
    ['县政府本级收到政府信息公开申请17件。', COUNTY, null],
    ['本机关收到政府信息公开申请17件。', COUNTY, null],
    ['县政府办公室认真办理，共收到政府信息公开申请17件。', COUNTY, null],
    ['我县认真办理，全年共收到政府信息公开申请95件。', COUNTY, 95],
    ['各部门共收到政府信息公开申请78件。', COUNTY, null],
    ['县政府办公室收到政府信息公开申请17件，全县共收到政府信息公开申请95件。', COUNTY, 95],
    ['我镇收到依申请公开3件。', TOWN, 3],
    ['2023年龙集镇共收到依申请公开3件。', TOWN, 3],
    ['全县共收到依申请公开95件。', TOWN, null],
    ['全区共收到依申请公开3件。', ZONE, 3],
    ['我区共收到依申请公开3件。', BUREAU, null],
  ])('%s (of %j): %p', (text, of, count) => expect(statedIn(text, of)).toBe(count));

  test('only the first statement counts', () => expect(statedIn('共收到申请12件。我局收到申请5件。')).toBe(12));

  test('a sentence without end', () =>
    expect(statedIn(`，${'其中收到政府信息公开申请3件，'.repeat(100_000)}`)).toBeNull());
});

describe('NARRATIVE_MISMATCH', () => {
  const totals = { RECEIVED: 57, CARRIED_IN: 3, TOTAL_HANDLED: 59 };
  const finding = 'NARRATIVE_MISMATCH | 58件 | 57, 60, 59 | 58';
  test.each([
    ['本年共收到申请57件。', []],
    ['本年共收到申请六十件。', []],
    ['本年共收到申请59件。', []],
    ['本年共收到申请58件。', [finding]],
    ['本年工作顺利。', []],
  ])('%s: %j', (text, expected) => {
    expect(flagged(narrativeMismatch, reportOf(totals, { 1: text }))).toEqual(expected);
    expect(flagged(narrativeMismatch, reportOf(totals, { 3: text }))).toEqual(expected);
    expect(flagged(narrativeMismatch, reportOf(totals, { 5: text }))).toEqual([]);
  });

  test('not assessed beside a blank', () =>
    expect(
      flagged(narrativeMismatch, reportOf({ ...totals, CARRIED_IN: null }, { 1: '本年共收到申请58件。' })),
    ).toEqual([]));
});
