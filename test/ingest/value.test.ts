import { describe, expect, test } from '@jest/globals';
import { isFigure, readValue, type Quantity } from '../../src/ingest/value.js';

const read = (raw: string, quantity: Quantity): string => {
  const value = readValue(raw, quantity);
  return value.state === 'REPORTED' ? `${value.value}${value.converted ? ' converted' : ''}` : value.state;
};

describe('counts', () => {
  test.each([
    ['0', '0'],
    ['12', '12'],
    ['１，２３４', '1234'],
    ['1,057', '1057'],
    ['  17', '17'],
    ['0\u00a0', '0'],
    ['? 0', '0'],
    ['22件', '22'],
    ['22\n（其中修订 16 件）', '22'],
    ['22（件）', '22'],
    ['52①', '52'],
    ['52件 ②', '52'],
    ['52⑴', '52'],
    ['52[¹]', '52'],
    ['+7', '7'],
    ['-8', '-8'],
    ['2147483647', '2147483647'],
    ['', 'BLANK'],
    ['\u00a0\u3000', 'BLANK'],
    ['/', 'BLANK'],
    ['—', 'BLANK'],
    ['-', 'BLANK'],
    ['--', 'BLANK'],
    ['2147483648', 'UNREADABLE'],
    ['1.5', 'UNREADABLE'],
    ['12.0', 'UNREADABLE'],
    ['约30', 'UNREADABLE'],
    ['无', 'UNREADABLE'],
    ['3 5', 'UNREADABLE'],
    ['1,05', 'UNREADABLE'],
    ['000', 'UNREADABLE'],
    ['007', 'UNREADABLE'],
    ['5²', 'UNREADABLE'],
    ['52⁽¹⁾', 'UNREADABLE'],
    ['5₂', 'UNREADABLE'],
    ['①', 'UNREADABLE'],
    ['?', 'UNREADABLE'],
    ['减3', 'UNREADABLE'],
    ['2万', 'UNREADABLE'],
    ['2（万件）', 'UNREADABLE'],
    ['（略）', 'UNREADABLE'],
    ['9'.repeat(5000), 'UNREADABLE'],
  ])('%j reads as %s', (raw, expected) => expect(read(raw, 'count')).toBe(expected));
});

describe('changes', () => {
  test.each([
    ['+173', '173'],
    ['-2', '-2'],
    ['－2', '-2'],
    ['−2', '-2'],
    ['减3', '-3'],
    ['减少22', '-22'],
    ['增5', '5'],
    ['增加1项', '1'],
    ['0', '0'],
    ['-0', '0'],
    ['-3（减少）', '-3'],
    ['减少3（减少的为取消项目）', '-3'],
    ['3（增加）', '3'],
    ['3（减少）', 'UNREADABLE'],
    ['3[减]', 'UNREADABLE'],
    ['3（-3）', 'UNREADABLE'],
    ['增/减', 'UNREADABLE'],
    ['增3减2', 'UNREADABLE'],
  ])('%j reads as %s', (raw, expected) => expect(read(raw, 'change')).toBe(expected));
});

describe('money in 万元', () => {
  test.each([
    ['1116', '1116'],
    ['59237.2449', '59237.2449'],
    ['0.3700', '0.37'],
    ['251000元', '25.1 converted'],
    ['79000.1元', '7.90001 converted'],
    ['17.27万元', '17.27'],
    ['189 万元', '189'],
    ['1.2亿元', '12000 converted'],
    ['1,234.5', '1234.5'],
    ['0', '0'],
    ['/', 'BLANK'],
    ['17.27万', '17.27'],
    ['123456789012345.123456789', '123456789012345.123456789'],
    ['0.1234567890123456789012345', '0.1234567890123456789012345'],
    ['1234567890.12345678901元', '123456.789012345678901 converted'],
    ['123456789012345.123456789亿元', '1234567890123451234.56789 converted'],
    ['-0', '0'],
    ['5000（元）', '0.5 converted'],
    ['5000 (单位：元)', '0.5 converted'],
    ['25.1（万元）', '25.1'],
    ['0.5【亿元】', '5000 converted'],
    ['5000元（万元）', 'UNREADABLE'],
    ['1.5（百万元）', 'UNREADABLE'],
    ['1.2.3', 'UNREADABLE'],
    ['5美元', 'UNREADABLE'],
    ['约30万元', 'UNREADABLE'],
  ])('%j reads as %s', (raw, expected) => expect(read(raw, 'money')).toBe(expected));
});

test.each([
  ['57', true],
  ['+1', true],
  ['减3', true],
  ['251000元', true],
  ['/', true],
  ['—', true],
  ['2020年', false],
  ['1.属于国家秘密', false],
  ['1.', true],
  ['', false],
  ['件', false],
])('in running text %j is a figure: %s', (text, expected) => expect(isFigure(text)).toBe(expected));
