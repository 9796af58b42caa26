import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { readDivisions } from '../src/divisions/readDivisions.js';
import { LAYOUTS } from '../test/ingest/layouts.js';
import { reportPdf } from '../test/ingest/pdf/reportPdf.js';
import { balancedReport, type PrintedReport } from '../test/ingest/printedReport.js';
import { proseOf } from './proseOf.js';

/** Documents of one kind on disk. */
export interface Corpus {
  readonly folder: string;
  readonly count: number;
  readonly medianBytes: number;
  /** sha256 of all documents: the same corpus has the same. */
  readonly sha256: string;
}

export const KINDS = ['text', 'html', 'pdf'] as const;
export type Kind = (typeof KINDS)[number];

/** The title that the layouts print. */
const TITLE = '某某市某某局2021年';
const ORGANS = ['财政局', '民政局', '教育局', '审计局', '水利局', '司法局', '统计局', '商务局'];
const YEARS = [2021, 2022, 2023, 2024];

/** Agency and year of the nth report: no two are alike. */
function titleOf(index: number): string {
  const counties = readDivisions().filter(({ level, validTo }) => level === 'COUNTY' && validTo === null);
  const county = counties[index % counties.length]?.fullName ?? '';
  const rest = Math.floor(index / counties.length);
  const organ = ORGANS[rest % ORGANS.length] ?? '';
  return `${county}${organ}${YEARS[Math.floor(rest / ORGANS.length) % YEARS.length]}年`;
}

const TEXT = LAYOUTS.filter(({ type }) => type === 'text/plain');
const PAGE = LAYOUTS.filter(({ name }) => name === 'HTML of a content management system');

/** Content management systems print the type of every cell; with it pages have their usual 40 kB. */
const STYLE = 'style="font-family:宋体;font-size:12pt;line-height:150%;color:#000000;mso-bidi-font-size:11.0pt"';
const styled = (html: string): string => html.replaceAll('<p align="center">', `<p align="center" ${STYLE}>`);

/** A report of five pages: prose on the first and the last, each table on pages of its own. */
const pdfOf = (index: number, report: PrintedReport): Uint8Array =>
  reportPdf(
    report,
    {
      title: `${titleOf(index)}政府信息公开工作年度报告`,
      overview: Array.from({ length: 6 }, (_, part) => proseOf(10 * index + part, 4)),
      problems: Array.from({ length: 4 }, (_, part) => proseOf(10 * index + 6 + part, 4)),
    },
    { ruled: true, spread: true },
  );

function render(kind: 'text' | 'html', index: number, report: PrintedReport): string {
  const layouts = kind === 'text' ? TEXT : PAGE;
  const layout = layouts[index % layouts.length];
  if (!layout) throw new Error(`there is no layout of ${kind}`);
  const printed = layout.render(report).replace(TITLE, titleOf(index));
  return kind === 'text' ? printed : styled(printed);
}

const CHUNK = 200;

/** Writes that many documents of a kind, always the same ones. */
export async function writeCorpus(folder: string, kind: Kind, count: number): Promise<Corpus> {
  const hash = createHash('sha256');
  const sizes: number[] = [];
  for (let start = 0; start < count; start += CHUNK) {
    const reports = fc.sample(balancedReport, { numRuns: Math.min(CHUNK, count - start), seed: start });
    for (const [offset, report] of reports.entries()) {
      const index = start + offset;
      const bytes = kind === 'pdf' ? pdfOf(index, report) : Buffer.from(render(kind, index, report));
      const part = join(folder, String(Math.floor(index / 1000)));
      if (index % 1000 === 0) await mkdir(part, { recursive: true });
      await writeFile(join(part, `${String(index).padStart(6, '0')}.${kind === 'text' ? 'txt' : kind}`), bytes);
      hash.update(bytes);
      sizes.push(bytes.byteLength);
    }
  }
  const medianBytes = sizes.sort((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
  return { folder, count, medianBytes, sha256: hash.digest('hex').slice(0, 12) };
}
