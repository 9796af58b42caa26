import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { FORMS, SECTIONS, type Section } from '../../src/catalog/forms.js';
import { placesOf, type Place } from '../../src/catalog/places.js';
import { balancesOf } from '../../src/ingest/forms/balances.js';
import type { Finding, SectionTable } from '../../src/ingest/types.js';
import { validate } from '../../src/ingest/validate.js';
import { balancedReport, placesOfReport, type PrintedReport } from './printedReport.js';

function tablesOf({ disclosures, applications, cells }: PrintedReport): Record<Section, SectionTable> {
  const table = (section: Section): SectionTable => {
    const form = section === 'DISCLOSURES' ? disclosures : applications;
    const figures = placesOf(section, form).map((place) => {
      const text = cells.get(place) ?? '';
      return {
        place,
        value: text === '' ? null : text,
        state: text === '' ? ('BLANK' as const) : ('REPORTED' as const),
        cell: null,
      };
    });
    return { section, form, whole: true, figures };
  };
  return { DISCLOSURES: table('DISCLOSURES'), APPLICATIONS: table('APPLICATIONS'), REVIEWS: table('REVIEWS') };
}

function run(report: PrintedReport) {
  const findings: Partial<Finding>[] = [];
  const checks = validate(tablesOf(report), (finding) => findings.push(finding));
  return { checks, findings };
}
const changed = ({ cells, ...report }: PrintedReport, place: Place, text: string): PrintedReport => ({
  ...report,
  cells: new Map(cells).set(place, text),
});

describe('balances', () => {
  test.each([
    ['FORM_2019', 40],
    ['FORM_2021', 42],
  ] as const)('%s has %d, of figures that it prints', (form, count) => {
    const balances = balancesOf(form);
    expect(balances).toHaveLength(count);
    const printed = new Set<Place>(SECTIONS.flatMap((section) => placesOf(section, form)));
    for (const { left, right } of balances) for (const place of [...left, ...right]) expect(printed).toContain(place);
  });

  test('no two are the same', () => {
    for (const form of FORMS) {
      const names = balancesOf(form).map(({ code, place }) => `${code} ${place}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test.each([
    ['INTAKE_BALANCE', 'APPLICATIONS//BUSINESS', 2, 2],
    ['OUTCOME_BALANCE', 'APPLICATIONS//TOTAL', 19, 1],
    ['APPLICANT_BALANCE', 'APPLICATIONS/NOT_HELD', 6, 1],
    ['REVIEW_BALANCE', 'REVIEWS/LITIGATION_DIRECT', 4, 1],
  ])('%s %s is about %d and %d figures', (code, place, left, right) => {
    const balance = balancesOf('FORM_2019').find((each) => each.code === code && each.place === place);
    expect([balance?.left.length, balance?.right.length]).toEqual([left, right]);
  });
});

describe('validate', () => {
  test('a balanced report raises nothing', () => {
    fc.assert(
      fc.property(balancedReport, (report) => {
        const { checks, findings } = run(report);
        expect(findings).toEqual([]);
        expect(checks).toEqual({ passed: balancesOf(report.applications).length, failed: 0, skipped: 0 });
      }),
      { numRuns: 30 },
    );
  });

  test('a blank figure skips exactly the balances that contain it', () => {
    const cases = balancedReport.chain((report) =>
      fc.tuple(fc.constant(report), fc.constantFrom(...placesOfReport(report))),
    );
    fc.assert(
      fc.property(cases, ([report, place]) => {
        const all = balancesOf(report.applications);
        const touched = all.filter(({ left, right }) => [...left, ...right].includes(place)).length;
        const { checks, findings } = run(changed(report, place, ''));
        expect(findings).toEqual([]);
        expect(checks).toEqual({ passed: all.length - touched, failed: 0, skipped: touched });
      }),
      { numRuns: 50 },
    );
  });

  test('both sides are told', () => {
    const [report] = fc.sample(balancedReport, { numRuns: 1, seed: 7 });
    if (!report) throw new Error('no sample');
    const place = 'REVIEWS/LITIGATION_DIRECT/TOTAL';
    const printed = Number(report.cells.get(place));
    expect(run(changed(report, place, String(printed + 1))).findings).toEqual([
      {
        code: 'REVIEW_BALANCE',
        place: 'REVIEWS/LITIGATION_DIRECT',
        expected: String(printed),
        actual: String(printed + 1),
      },
    ]);
  });

  test('a report without sections three and four has nothing to check', () => {
    const none = (section: Section): SectionTable => ({ section, form: null, whole: false, figures: [] });
    const tables = { DISCLOSURES: none('DISCLOSURES'), APPLICATIONS: none('APPLICATIONS'), REVIEWS: none('REVIEWS') };
    expect(validate(tables, () => undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
