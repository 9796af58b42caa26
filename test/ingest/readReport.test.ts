import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { explainStages } from '../../src/ingest/explainStages.js';
import { createGazetteer } from '../../src/ingest/gazetteer.js';
import { readReport } from '../../src/ingest/readReport.js';
import { Refusal } from '../../src/ingest/Refusal.js';
import { STAGES } from '../../src/ingest/stages.js';
import type { Report, Source } from '../../src/ingest/types.js';
import { sourceOf } from './read/sourceOf.js';

const gazetteer = createGazetteer(readDivisions());

const read = (folder: string, fileName: string): Source =>
  sourceOf(readFileSync(path.join(folder, fileName)), fileName);

/** Printed totals of some rows of section three. */
const totals = ({ tables }: Report, ...rows: string[]): (string | null | undefined)[] =>
  rows.map((row) => tables.APPLICATIONS.figures.find(({ place }) => place === `APPLICATIONS/${row}/TOTAL`)?.value);

const seeds = path.resolve('../shared/seeds');
(existsSync(seeds) ? describe : describe.skip)('the seeds', () => {
  const seed = (prefix: string): Source =>
    read(seeds, readdirSync(seeds).find((name) => name.startsWith(prefix)) ?? prefix);

  test('000', async () => {
    const report = await readReport(seed('000'), { gazetteer });
    expect(report.identity).toMatchObject({
      agencyName: '南阳市政府办公室',
      division: '411300',
      year: 2020,
      scope: 'OWN',
    });
    expect(report).toMatchObject({ form: 'FORM_2019', checks: { passed: 40, failed: 0, skipped: 0 } });
    expect(totals(report, 'RECEIVED', 'CARRIED_IN', 'NOT_HELD', 'TOTAL_HANDLED', 'CARRIED_OUT')).toEqual([
      '57',
      '3',
      '25',
      '60',
      '0',
    ]);
    expect(report.findings).toEqual([]);
  });

  test('003', async () => {
    const report = await readReport(seed('003'), { gazetteer });
    expect(report.identity).toMatchObject({
      agencyName: '南阳市城乡一体化示范区管理委员会',
      division: '411372',
      year: 2020,
      scope: 'OWN',
      title: null,
    });
    expect(report).toMatchObject({ form: 'FORM_2019', checks: { passed: 40, failed: 0, skipped: 0 } });
    expect(totals(report, 'RECEIVED', 'GRANTED', 'TOTAL_HANDLED')).toEqual(['10', '10', '10']);
    expect(report.findings).toEqual([]);
  });
});

const samples = path.resolve('data/samples');
const sample = read(samples, 'hongze-government-2023.txt');

describe('the order of the stages', () => {
  test('each stage is told, in order, with what it hands on', async () => {
    const { stages, refusal } = await explainStages(sample, { gazetteer });
    expect(stages.map(({ stage }) => stage)).toEqual([...STAGES]);
    expect(refusal).toBeNull();
    const report = await readReport(sample, { gazetteer });
    expect(stages.flatMap(({ findings }) => findings)).toEqual(report.findings);
    expect(stages.find(({ stage }) => stage === 'identify')?.value).toEqual(report.identity);
  });

  test('sections two and three in different forms are MIXED', async () =>
    expect((await readReport(sample, { gazetteer })).form).toBe('MIXED'));

  test('a refused document is told as far as it came', async () => {
    const { stages, refusal } = await explainStages(sourceOf(Buffer.from('今天天气很好。'), 'a.txt'), { gazetteer });
    expect(stages.map(({ stage }) => stage)).toEqual(['read']);
    expect(refusal).toMatchObject({ reason: 'NOT_A_REPORT' });
  });

  test('the manifest reaches identification', async () => {
    const manifest = { scope: 'OWN', published: '2024-01-25' } as const;
    const { identity } = await readReport(sample, { gazetteer, manifest });
    expect(identity).toMatchObject({ scope: 'OWN', scopeBasis: 'MANIFEST', publishedOn: '2024-01-25' });
  });
});

test('no bytes end in anything but a report or a refusal', async () => {
  const flip = fc.record({ at: fc.nat({ max: sample.bytes.length - 1 }), value: fc.nat({ max: 255 }) });
  const cut = fc.nat({ max: sample.bytes.length });
  await fc.assert(
    fc.asyncProperty(fc.array(flip, { maxLength: 20 }), cut, async (flips, end) => {
      const bytes = Uint8Array.from(sample.bytes);
      for (const { at, value } of flips) bytes[at] = value;
      const outcome = await readReport(sourceOf(bytes.slice(0, end), 'a.txt'), { gazetteer }).catch(
        (error: unknown) => error,
      );
      expect(
        outcome instanceof Refusal || (typeof outcome === 'object' && outcome !== null && 'identity' in outcome),
      ).toBe(true);
    }),
    { numRuns: 60 },
  );
});
