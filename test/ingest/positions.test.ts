import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { SECTIONS } from '../../src/catalog/forms.js';
import type { Cell } from '../../src/ingest/types.js';
import { LAYOUTS } from './layouts.js';
import { balancedReport } from './printedReport.js';
import { readTables } from './readTables.js';

/** The printed cells of a document. */
const cellsOf = (text: string, type: string): Cell[] =>
  SECTIONS.flatMap((section) => readTables(text, type).tables[section].figures).flatMap(({ cell }) => cell ?? []);

describe.each(LAYOUTS.filter(({ type }) => type === 'text/plain'))('$name', ({ render, type }) => {
  test('every cell is where its line and column say', () => {
    fc.assert(
      fc.property(balancedReport, (report) => {
        const text = render(report);
        const lines = text.split('\n');
        const cells = cellsOf(text, type);
        const there = cells.map(({ row, column, raw }) =>
          lines[(row ?? 0) - 1]?.slice((column ?? 0) - 1, (column ?? 0) - 1 + raw.length),
        );
        expect(there).toEqual(cells.map(({ raw }) => raw));
        const places = cells.map(({ row, column }) => `${row} ${column}`);
        expect(new Set(places).size).toBe(cells.length);
      }),
      { numRuns: 5 },
    );
  });
});

test('cells of Markdown tables have table, row and column', () => {
  const markdown = LAYOUTS.find(({ type }) => type === 'text/markdown');
  const [report] = fc.sample(balancedReport, { numRuns: 1, seed: 1 });
  const cells = report && markdown ? cellsOf(markdown.render(report), markdown.type) : [];
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter(({ table, row, column }) => table === null || row === null || column === null)).toEqual([]);
});

test('lines are counted over pages', () => {
  const [report] = fc.sample(balancedReport, { numRuns: 1, seed: 1 });
  const layout = LAYOUTS.find(({ name }) => name === 'a row a line');
  const text = report && layout ? layout.render(report).replace('\n三、收到', '\n\f三、收到') : '';
  const lines = text.split('\n');
  const cells = cellsOf(text, 'text/plain');
  expect(new Set(cells.map(({ page }) => page))).toEqual(new Set([1, 2]));
  for (const { row, column, raw } of cells)
    expect(lines[(row ?? 0) - 1]?.replace('\f', '').slice((column ?? 0) - 1)).toMatch(new RegExp(`^${raw}(?!\\d)`));
});
