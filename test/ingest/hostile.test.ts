import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { SECTIONS } from '../../src/catalog/forms.js';
import { Refusal } from '../../src/ingest/Refusal.js';
import { LAYOUTS } from './layouts.js';
import { balancedReport, type PrintedReport } from './printedReport.js';
import { readTables, type Tables } from './readTables.js';

const RUNS = { numRuns: 15 };

/** The tables, or null for a refusal; anything else thrown fails the test. */
function attempt(content: Uint8Array | string, type: string): Tables | null {
  try {
    return readTables(content, type);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Cells that have a value other than the printed one. */
const misread = (read: Tables | null, { cells }: PrintedReport): string[] =>
  SECTIONS.flatMap((section) => read?.tables[section].figures ?? []).flatMap(({ place, value }) =>
    value === null || value === cells.get(place) ? [] : [`${place}: ${cells.get(place)} read as ${value}`],
  );

describe.each(LAYOUTS)('$name', ({ render, type }) => {
  test('cut off anywhere: what is read is what is printed, and what is missing is said to be', () => {
    const cuts = fc.tuple(balancedReport, fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(cuts, ([report, share]) => {
        const text = render(report);
        const cut = text.slice(0, Math.floor(text.length * share));
        const read = attempt(cut, type);
        // The figure at the cut may have lost digits.
        expect(misread(read, report).length).toBeLessThanOrEqual(1);
        if (read === null) return;
        const missing = SECTIONS.filter((section) => !read.tables[section].whole);
        const said = read.findings.filter(({ code }) => code.startsWith('TABLE_')).map(({ place }) => place);
        expect(said).toEqual(missing);
      }),
      RUNS,
    );
  });

  test('flipped bits end in a report or a refusal', () => {
    const flips = fc.tuple(balancedReport, fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 30 }));
    fc.assert(
      fc.property(flips, ([report, bits]) => {
        const bytes = new TextEncoder().encode(render(report));
        for (const [at, bit] of bits) {
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        }
        const read = attempt(bytes, type);
        expect(read === null || SECTIONS.some((section) => read.tables[section].whole)).toBe(true);
      }),
      RUNS,
    );
  });
});

test.each([
  ['a long line of digits', '1'.repeat(2_000_000)],
  ['a long line of brackets', '（'.repeat(500_000)],
  ['a long line of blanks', `行政许可${' '.repeat(1_000_000)}x`],
  [
    'many lines of digits',
    '三、收到和处理政府信息公开申请情况\n自然人\n'.concat('7\n'.repeat(100_000), '（六）其他处理\n0'),
  ],
  ['many labels', '三、收到和处理政府信息公开申请情况\n'.concat('2.重复申请 （六）其他处理 不予公开\n'.repeat(30_000))],
  ['many lines of dashes', '---------- ----------\n'.repeat(90_000)],
  ['three rows of many pipes', `|${' |'.repeat(150_000)}\n`.repeat(3)],
  ['many pipes', '二、主动公开政府信息情况\n新制作'.concat(' |'.repeat(500_000))],
  ['a long run of digits after a label', `（六）其他处理\n二、上年结转政府信息公开申请数量${'12'.repeat(5000)}`],
])('%s: refused or read', (_name, text) => {
  expect(() => attempt(text, 'text/plain')).not.toThrow();
});
