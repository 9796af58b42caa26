import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { SECTIONS } from '../../src/catalog/forms.js';
import { balancesOf } from '../../src/ingest/forms/balances.js';
import { Refusal } from '../../src/ingest/Refusal.js';
import { LAYOUTS, type ReportLayout } from './layouts.js';
import { balancedReport, placesOfReport, reportWithBlanks, type PrintedReport } from './printedReport.js';
import { readTables } from './readTables.js';
import { REFUSED, score, type Score } from './score.js';

const RUNS = { numRuns: 12 };

const truthOf = ({ disclosures, applications, cells }: PrintedReport) => ({
  forms: { DISCLOSURES: disclosures, APPLICATIONS: applications, REVIEWS: applications },
  figures: new Map([...cells].map(([place, text]) => [place, text === '' ? null : text])),
});

function scoreOf(report: PrintedReport, layout: ReportLayout): Score {
  try {
    const { tables, findings } = readTables(layout.render(report), layout.type);
    return score(tables, findings, truthOf(report));
  } catch (error) {
    if (error instanceof Refusal) return REFUSED;
    throw error;
  }
}

const rowOf = (place: string): string => place.slice(0, place.lastIndexOf('/'));

/** Whether in each section two figures of a row follow each other, and the first row has figures: these tell what a gap is. */
const showsGaps = (report: PrintedReport): boolean =>
  SECTIONS.every((section) => {
    const places = placesOfReport(report).filter((place) => place.startsWith(section));
    const rows = places.map((place) => (report.cells.get(place) === '' ? null : rowOf(place)));
    return rows.some((row, at) => row !== null && row === rows[at + 1]) && rows.includes(rowOf(places[0] ?? ''));
  });

describe.each(LAYOUTS)('$name', (layout) => {
  test('a report comes back as it was printed, all its balances hold', () => {
    fc.assert(
      fc.property(balancedReport, (report) => {
        const { tables, findings, checks } = readTables(layout.render(report), layout.type);
        expect(tables.DISCLOSURES.form).toBe(report.disclosures);
        expect(tables.APPLICATIONS.form).toBe(report.applications);
        const figures = SECTIONS.flatMap((section) => tables[section].figures);
        expect(figures.map(({ place }) => place)).toEqual(placesOfReport(report));
        expect(figures.map(({ place, value }) => `${place} ${value}`)).toEqual(
          placesOfReport(report).map((place) => `${place} ${report.cells.get(place)}`),
        );
        expect(findings.filter(({ code }) => code !== 'UNIT_DOUBTFUL')).toEqual([]);
        expect(checks).toEqual({ passed: balancesOf(report.applications).length, failed: 0, skipped: 0 });
      }),
      RUNS,
    );
  });

  test('blank cells come back blank, or as cells that were not located, never as figures', () => {
    fc.assert(
      fc.property(reportWithBlanks, (report) => {
        const { wrong, filesExact } = scoreOf(report, layout);
        expect(wrong).toEqual([]);
        if (layout.blanks && (layout.gaps !== true || showsGaps(report))) expect(filesExact).toBe(1);
      }),
      RUNS,
    );
  });

  test('one changed figure raises exactly the balances that contain it; it and all others are kept as printed', () => {
    const place = balancedReport.chain((report) =>
      fc.tuple(fc.constant(report), fc.constantFrom(...placesOfReport(report))),
    );
    fc.assert(
      fc.property(place, ([report, changed]) => {
        const printed = String(Number(report.cells.get(changed)) + 7);
        const cells = new Map(report.cells).set(changed, printed);
        const { tables, findings } = readTables(layout.render({ ...report, cells }), layout.type);
        const figures = SECTIONS.flatMap((section) => tables[section].figures);
        expect(new Map(figures.map(({ place, value }) => [place, value]))).toEqual(cells);
        const broken = balancesOf(report.applications).filter(({ left, right }) =>
          [...left, ...right].includes(changed),
        );
        const raised = findings.filter(({ code }) => code !== 'UNIT_DOUBTFUL');
        expect(raised.map(({ code, place }) => `${code} ${place}`)).toEqual(
          broken.map(({ code, place }) => `${code} ${place}`),
        );
      }),
      RUNS,
    );
  });
});
