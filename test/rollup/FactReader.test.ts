import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FACTS } from '../../src/rollup/facts.js';
import { FactReader } from '../../src/rollup/FactReader.js';

const amount = fc.oneof(
  fc.integer().map(String),
  fc.bigInt().map(String),
  fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 9999 })).map((parts) => parts.join('.')),
);
const cell = fc.array(fc.tuple(fc.nat(FACTS.length - 1), amount));

test('facts of cells are read as the database prints them, one cell after another', () => {
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const reader = new FactReader();
      for (const facts of cells)
        reader.read(`{${facts.map(([number]) => number).join(',')}}`, `{${facts.map(([, text]) => text).join(',')}}`);
      const { numbers, amounts, decimals } = reader.done();
      const all = cells.flat();
      expect([...numbers]).toEqual(all.map(([number]) => number));
      expect([...amounts]).toEqual(all.map(([, text]) => Number(text)));
      for (const [place, [, text]] of all.entries())
        if (Number.isSafeInteger(Number(text))) expect([undefined, text]).toContain(decimals.get(place));
        else expect(decimals.get(place)).toBe(text);
    }),
  );
});
