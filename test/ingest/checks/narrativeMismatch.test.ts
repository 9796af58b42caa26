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

describe('what a text states', () => {
  test.each([
    ['本年共收到政府信息公开申请1,057件。', 1057],
    ['全年收到申请六十件，均已办结。', 60],
    ['2020年共收到1057件政府信息公开申请。', 1057],
    ['全年共收到公民、法人或其他组织的政府信息公开申请12件。', 12],
    ['本年受理依申请公开25件。', 25],
    ['受理政府信息公开申请共计25件。', 25],
    ['收到依申请公开件60件。', 60],
    ['本年共收到申请12个。', 12],
    ['收到政府信息公开申请12项，均已办结。', 12],
    ['共收到十二次政府信息公开申请。', 12],
    ['收到申请20个工作日内答复。', null],
    ['收到申请3个月后。', null],
    ['收到3个申请人的来函。', null],
    ['收到3项申请材料。', null],
    // Nothing that is surely the whole.
    ['共收到网上申请12件。', null],
    ['办理依申请公开件60件。', null],
    ['通过信函收到申请3件。', null],
    ['上年结转申请3件。', null],
    ['去年收到申请3件。', null],
    ['其中收到申请3件。', null],
    ['未收到政府信息公开申请。', null],
    ['收到行政许可申请300件。', null],
    ['收到行政复议申请3件。', null],
    ['收到群众来信申请3件。', null],
    ['本年主动公开信息3件。', null],
    ['', null],
  ])('%s: %p', (text, count) => expect(statedApplications(text)?.count ?? null).toBe(count));

  test('only the first statement counts', () =>
    expect(statedApplications('共收到申请12件。镇街收到申请5件。')).toEqual({ count: 12, raw: '12件' }));
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
