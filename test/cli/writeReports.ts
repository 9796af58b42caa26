import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { LAYOUTS } from '../ingest/layouts.js';
import { balancedReport } from '../ingest/printedReport.js';

/**
 * Writes reports in plain text, the same in each run: twelve agencies of a county, six years each of several texts, so
 * that later ones revise.
 */
export async function writeReports(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const layouts = LAYOUTS.filter(({ type }) => type === 'text/plain');
  const reports = fc.sample(balancedReport, { numRuns: 50, seed: 7 });
  for (let index = 0; index < count; index++) {
    const report = reports[index % reports.length];
    const layout = layouts[index % layouts.length];
    if (!report || !layout) throw new Error('there is nothing to print');
    const title = `沭阳县${'财民教审水司统商交农林卫'[index % 12]}务局${2019 + (Math.floor(index / 12) % 6)}年`;
    await writeFile(join(folder, `${index}.txt`), layout.render(report).replace('某某市某某局2021年', title));
  }
}
