import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Form } from '../../src/catalog/forms.js';
import type { Place } from '../../src/catalog/places.js';
import { LAYOUTS } from './layouts.js';
import type { PrintedReport } from './printedReport.js';
import { readTables } from './readTables.js';
import { score } from './score.js';

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
