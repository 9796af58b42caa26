import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SECTIONS, type Form, type Section } from '../src/catalog/forms.js';
import { placesOf } from '../src/catalog/places.js';
import { readDivisions } from '../src/divisions/readDivisions.js';
import { createGazetteer } from '../src/ingest/gazetteer.js';
import { readReport } from '../src/ingest/readReport.js';
import type { Report, Source } from '../src/ingest/types.js';
import { sourceOf } from './ingest/read/sourceOf.js';

const SAMPLES = path.resolve('data/samples');
const EXPECTED = path.resolve('test/fixtures/samples');

type Finding = Readonly<Record<'code' | 'place' | 'expected' | 'actual', string | null>>;

/** What a sample must read as: made from the published figures, not by the reader. */
interface Expected {
  readonly file: string;
  readonly agency: string;
  readonly division: string;
  readonly year: number;
  readonly scope: string;
  readonly publishedOn: string | null;
  readonly disclosureForm: Form;
  readonly applicationForm: Form;
  readonly checks: { readonly passed: number; readonly failed: number; readonly skipped: number };
  readonly findings: readonly Finding[];
  readonly figures: Readonly<Record<string, string | null>>;
}

const expectations = readdirSync(EXPECTED).map((name): Expected => {
  const expected: Expected = JSON.parse(readFileSync(path.join(EXPECTED, name), 'utf8'));
  return expected;
});

const formOf = (expected: Expected, section: Section): Form =>
  section === 'DISCLOSURES' ? expected.disclosureForm : expected.applicationForm;

const read = (fileName: string): Source => sourceOf(readFileSync(path.join(SAMPLES, fileName)), fileName);

test('every sample has its expected figures and a line in the README', () => {
  const files = readdirSync(SAMPLES).filter((name) => name !== 'README.md');
  const readme = readFileSync(path.join(SAMPLES, 'README.md'), 'utf8');
  expect(expectations.map(({ file }) => file).sort()).toEqual(files.sort());
  for (const { file, agency, division, year } of expectations)
    expect(readme).toMatch(new RegExp(`\\| \`${file}\` \\| ${agency} \\| ${division} [^|]+\\| ${year} \\|`, 'u'));
});

describe.each(expectations)('$file', (expected) => {
  let report: Report;
  beforeAll(async () => {
    report = await readReport(read(expected.file), { gazetteer: createGazetteer(readDivisions()) });
  });

  test('names every cell of its forms', () => {
    const places = SECTIONS.flatMap((section) => placesOf(section, formOf(expected, section)));
    expect(Object.keys(expected.figures)).toEqual(places);
  });

  test('agency, division, year, scope and date', () => {
    const { agencyName, division, year, scope, publishedOn } = report.identity;
    expect({ agencyName, division, year, scope, publishedOn }).toEqual({
      agencyName: expected.agency,
      division: expected.division,
      year: expected.year,
      scope: expected.scope,
      publishedOn: expected.publishedOn,
    });
  });

  test('form of the report and of each section', () => {
    const { disclosureForm, applicationForm } = expected;
    expect(report.form).toBe(disclosureForm === applicationForm ? applicationForm : 'MIXED');
    expect(SECTIONS.map((section) => report.tables[section].form)).toEqual(
      SECTIONS.map((section) => formOf(expected, section)),
    );
  });

  test.each(SECTIONS)('every cell of %s', (section) => {
    const { figures, whole } = report.tables[section];
    const places = placesOf(section, formOf(expected, section));
    const wanted = places.map((place) => {
      const value = expected.figures[place] ?? null;
      return [place, value, value === null ? 'BLANK' : 'REPORTED'];
    });
    expect(figures.map(({ place, value, state }) => [place, value, state])).toEqual(wanted);
    expect(whole).toBe(true);
  });

  test('balances and findings', () => {
    const flatten = (findings: readonly Finding[]): string[] =>
      findings.map(({ code, place, expected, actual }) => [code, place, expected, actual].join(' ')).sort();
    expect(report.checks).toEqual(expected.checks);
    expect(flatten(report.findings)).toEqual(flatten(expected.findings));
  });

  test('six sections, each with its heading', () => {
    expect(report.narrative).toHaveLength(6);
    expect(report.narrative.map(({ heading }) => heading.trim() === '')).not.toContain(true);
  });
});
