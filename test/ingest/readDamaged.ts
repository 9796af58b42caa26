import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Form } from '../../src/catalog/forms.js';
import type { Place } from '../../src/catalog/places.js';
import { LAYOUTS } from './layouts.js';
import type { PrintedReport } from './printedReport.js';
import { readTables } from './readTables.js';
import { score } from './score.js';

/** Layouts by the names that LAYOUTS gives them. */
export const HTML = 'clean HTML';
export const LINES = 'a row a line';
export const CELLS = 'a cell a line';
export const SPACED = 'a cell a line, empty lines between';
export const TABS = 'cells parted by tabs';
export const TABBED = 'a cell a line, each after a tab';
export const PIPED = 'rows that begin with a pipe';
export const PIPES = 'cells parted by pipes';
export const SPARE = 'cells parted by pipes, merged cells as runs of pipes at the end of the row';
export const PARTED = 'cells parted by tabs, blank ones behind merged ones';
export const MARKDOWN = 'Markdown';
export const BROKEN = 'pipes, a line break before each blank cell';
export const RUNS = 'a cell a line, ended by a pipe, merged cells as runs of pipes';

interface Figures {
  readonly disclosureForm: Form;
  readonly applicationForm: Form;
  readonly figures: Readonly<Record<Place, string | null>>;
}

/** A published report: see fixtures/documents/README.md. */
function reportOf(slug: string): PrintedReport {
  const file = readFileSync(`test/fixtures/documents/figures/${slug}.json`, 'utf8');
  const { disclosureForm, applicationForm, figures } = JSON.parse(file) as Figures;
  const cells = Object.entries(figures).map(([place, text]): [Place, string] => [place as Place, text ?? '']);
  return { disclosures: disclosureForm, applications: applicationForm, cells: new Map(cells) };
}
export const HUAIAN = reportOf('huaian-2024');
export const SUQIAN = reportOf('suqian-2023');
export const SHANGHAI = reportOf('shanghai-general-office-2019');

/** How a whole report is damaged on its way to us. */
export type Damage = readonly [from: string | RegExp, to: string | ((...found: string[]) => string)];

/** Reads a report in a layout, damaged: which places are wrong without a finding, how many cells are null with one. */
export function reading(
  layout: string,
  damage: readonly Damage[],
  report = HUAIAN,
): { wrong: readonly string[]; cellsNull: number } {
  const { render, type } = LAYOUTS.find(({ name }) => name === layout) ?? LAYOUTS[0]!;
  let content = render(report);
  for (const [from, to] of damage) {
    expect(content).toMatch(from);
    content = typeof to === 'string' ? content.replace(from, to) : content.replace(from, to);
  }
  const { tables, findings } = readTables(content, type);
  const { disclosures, applications, cells } = report;
  const figures = new Map([...cells].map(([place, text]) => [place, text === '' ? null : text]));
  const forms = { DISCLOSURES: disclosures, APPLICATIONS: applications, REVIEWS: applications };
  const { wrong, cellsNull } = score(tables, findings, { forms, figures });
  return { wrong, cellsNull };
}
