import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { collapse } from '../../../src/ingest/text/collapse.js';
import { compact } from '../../../src/ingest/text/compact.js';
import { labelText } from '../../../src/ingest/text/labelText.js';
import { repair } from '../../../src/ingest/text/repair.js';
import { repairAny } from '../../../src/ingest/text/repairAny.js';
import { simplify } from '../../../src/ingest/text/simplify.js';

describe('repair', () => {
  test.each([
    ['⾏政许可', '行政许可', 'Kangxi radicals, by NFKC'],
    ['⽆法提供', '无法提供', 'Kangxi radicals, by NFKC'],
    ['⼈⺠政府⻔⼾⽹站', '人民政府门戶网站', 'supplementary radicals, which NFKC leaves'],
    ['⻓⻣⻅⺟', '长骨见母', 'supplementary radicals'],
    ['１，２３４（件）', '1,234(件)', 'full-width forms'],
    ['0\u00a0\u3000', '0  ', 'blanks of every width'],
    ['公\u200b开\ufeff\u00ad', '公开', 'invisible characters'],
    ['a\u0000b', 'ab', 'control characters'],
    ['行\n政\t许', '行\n政\t许', 'line breaks and tabs stay'],
    ['行政许可 57', '行政许可 57', 'sound text is left alone'],
  ])('%j becomes %j: %s', (text, repaired) => expect(repair(text)).toBe(repaired));

  test('every radical that has an ideograph becomes it', () => {
    for (let code = 0x2e80; code <= 0x2fd5; code++) {
      const radical = String.fromCodePoint(code);
      // U+2E9A is not assigned; U+2E80, 2E8F and a few more strokes have no ideograph of their own.
      if (!/\p{Assigned}/u.test(radical)) continue;
      const left = /[\u2e80-\u2fd5]/.test(repair(radical));
      if (left) expect([0x2e80, 0x2e8f, 0x2e98]).toContain(code);
    }
  });
});

describe('simplify', () => {
  test.each([
    ['行政許可', '行政许可'],
    ['規範性檔案', '规范性档案'],
    ['主動(dòng)公開(kāi)政府信息情況', '主动公开政府信息情况'],
    ['本年收費(fèi)金額(單位:萬(wàn)元)', '本年收费金额(单位:万元)'],
    ['第二十條第(一)項(xiàng)', '第二十条第(一)项'],
    ['政府信息公开（IPv6）', '政府信息公开（IPv6）'],
  ])('%s becomes %s', (text, simplified) => expect(simplify(text)).toBe(simplified));
});

test.each([
  [' 22\n（其中修订\t16 件）\u00a0', '22 （其中修订 16 件）'],
  ['', ''],
])('%j collapses to %j', (text, collapsed) => expect(collapse(text)).toBe(collapsed));

describe('labelText', () => {
  test.each([
    ['（三）不予公开 1、属于国家 秘密', '属于国家秘密', '1'],
    ['四、结转下年度继续办理', '结转下年度继续办理', '四'],
    ['三、本年度办理结果（一）予以公开', '予以公开', '(一)'],
    ['三、本年度办理结果', '本年度办理结果', '三'],
    ['（二）部分公开（区分处理的，只计这一情', '部分公开', '(二)'],
    ['3.危及“三安全一稳定”', '危及三安全一稳定', '3'],
    ['本年收费金额（单位：万元）', '本年收费金额', null],
    ['（本列数据的勾稽关系为）', '本列数据的勾稽关系为', null],
    ['', '', null],
  ])('%s has the key %s and the mark %s', (text, key, mark) => expect(labelText(text)).toEqual({ key, mark }));
});

describe('the quick way', () => {
  /** Texts of characters of all kinds, those that take the long way among them. */
  const character = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ...'行政许可（一）项，。 　\t\n0１２⼀⺠⻔項開(xiàng)ａ…“”①㎡ﾞ\u00a0\u200b\u0301\u3099\ufeff\u0000',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
  );
  const text = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(''));

  test('repairs as the long way does', () =>
    fc.assert(
      fc.property(text, (any) => expect(repair(any)).toBe(repairAny(any))),
      { numRuns: 2000 },
    ));

  test('makes compact what the steps one by one do', () =>
    fc.assert(
      fc.property(text, (any) => expect(compact(any)).toBe(simplify(repairAny(any)).replace(/\s+/g, ''))),
      { numRuns: 2000 },
    ));

  test('makes every radical, alone and in a label, compact as the steps do', () => {
    for (let code = 0x2e80; code <= 0x2fdf; code++)
      for (const any of [String.fromCharCode(code), `部${String.fromCharCode(code)}（一）`])
        expect([code, compact(any)]).toEqual([code, simplify(repairAny(any)).replace(/\s+/g, '')]);
  });

  test('collapses as a pattern does', () =>
    fc.assert(
      fc.property(text, (any) => expect(collapse(any)).toBe(any.replace(/[\s\u200b\u3000\ufeff]+/g, ' ').trim())),
      { numRuns: 2000 },
    ));
});
