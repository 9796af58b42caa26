import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addFacts } from '../../src/rollup/addFacts.js';
import { packFacts } from '../../src/rollup/packFacts.js';

const packed = (text: string) => ({ numbers: text.split(' ')[0] ?? '', amounts: text.split(' ')[1] ?? '' });

describe('facts added up', () => {
  test.each<[string, readonly string[], string]>([
    ['none', [], '{} {}'],
    ['one alone stays as it is', ['{} {}', '{6,28} {60,0.2500}'], '{6,28} {60,0.2500}'],
    ['fact by fact, in order of their numbers', ['{6,28} {60,1}', '{2,28} {5,3}'], '{2,6,28} {5,60,4}'],
    ['to zero are left out', ['{6,7} {-4,1}', '{6} {4}'], '{7} {1}'],
    ['exactly where decimals', ['{6} {0.1}', '{6} {0.2}'], '{6} {0.3}'],
    ['exactly beyond the safe integers', ['{6} {9007199254740991}', '{6} {2}'], '{6} {9007199254740993}'],
    ['back within them', ['{6} {9007199254740993}', '{6} {-9007199254740990}'], '{6} {3}'],
    [
      'of many digits',
      ['{6} {123456789012345678901234567890}', '{6} {0.0001}'],
      '{6} {123456789012345678901234567890.0001}',
    ],
  ])('%s', (_, all, sum) => expect(addFacts(all.map(packed))).toEqual(packed(sum)));

  const SCALE = 4;
  const amount = fc.oneof(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: -99n, max: 99n }));
  const facts = fc.uniqueArray(fc.tuple(fc.nat(9), amount), { selector: ([number]) => number, maxLength: 6 });
  const decimal = (units: bigint): string => {
    const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, '0');
    const text = `${units < 0n ? '-' : ''}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`;
    return text.replace(/\.?0+$/, '');
  };

  test('are what whole numbers of ten-thousandths come to, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 2, maxLength: 4 }), (all) => {
        const printed = all.map((list) =>
          packFacts(list.filter(([, units]) => units !== 0n).map(([number, units]) => [number, decimal(units)])),
        );
        const sums = new Map<number, bigint>();
        for (const [number, units] of all.flat()) sums.set(number, (sums.get(number) ?? 0n) + units);
        const expected = packFacts(
          [...sums].filter(([, units]) => units !== 0n).map(([number, units]) => [number, decimal(units)]),
        );
        expect(addFacts(printed)).toEqual(expected);
        expect(addFacts(printed.toReversed())).toEqual(expected);
      }),
    );
  });
});
