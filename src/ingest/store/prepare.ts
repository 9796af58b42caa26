import { brotliCompressSync, constants } from 'node:zlib';
import type { Section } from '../../catalog/forms.js';
import { packCells } from '../../database/packedCells.js';
import { reportFacts } from '../../rollup/reportFacts.js';
import { figureLines } from './figureLines.js';
import { disclosureRows, outcomeRows, reviewRows } from './figureRows.js';
import { fingerprint } from './fingerprint.js';
import { sketchOf } from '../text/sketch.js';
import type { ManifestEntry } from '../manifest/ManifestEntry.js';
import type { Prepared } from './Prepared.js';
import { readingOf } from './readingOf.js';
import type { Report, SectionTable } from '../types.js';

/** PostgreSQL holds neither the character 0 nor halves of surrogate pairs, which damaged documents contain. */
const UNSTORABLE = /[\0\p{Cs}]/gu;

const isStorable = (field: unknown): boolean => typeof field !== 'string' || field.search(UNSTORABLE) < 0;

/** The value itself where its texts can be stored, as nearly all can. */
const withStorable = <Value extends object>(value: Value): Value => {
  if (Object.values(value).every(isStorable)) return value;
  const entries = Object.entries(value).map(([name, field]: [string, unknown]) => [
    name,
    typeof field === 'string' ? field.replace(UNSTORABLE, '\ufffd') : field,
  ]);
  return Object.fromEntries(entries) as Value;
};

const bySection = <Value>(tables: Report['tables'], pick: (table: SectionTable) => Value): Record<Section, Value> => ({
  DISCLOSURES: pick(tables.DISCLOSURES),
  APPLICATIONS: pick(tables.APPLICATIONS),
  REVIEWS: pick(tables.REVIEWS),
});

/** Quality 2 takes half the time of 3 and makes documents a thirtieth larger; pages are a tenth of their size either way. */
const compress = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });

/** In a buffer of its own size: zlib's is of 16 kB, and the whole of it would pass between threads. */
const fitted = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

function figuresOf(tables: Report['tables']): Pick<Prepared, 'forms' | 'whole' | 'figures' | 'facts'> {
  const forms = bySection(tables, ({ form }) => form);
  const whole = bySection(tables, (table) => table.whole);
  const outcomes = outcomeRows(tables.APPLICATIONS);
  const reviews = reviewRows(tables.REVIEWS);
  const disclosures = disclosureRows(tables.DISCLOSURES);
  return {
    forms,
    whole,
    figures: figureLines(disclosures, outcomes, reviews),
    facts: reportFacts({ forms, whole, outcomes, reviews, disclosures }),
  };
}

/** Does what writing a report needs and the database need not do: rows, fingerprint, compressed bytes and cells. */
export function prepare(report: Report, manifest: ManifestEntry | null = null): Prepared {
  const { tables, narrative, source } = report;
  const { bytes, ...origin } = source;
  const identity = withStorable(report.identity);
  const print = fingerprint(report);
  return {
    source: withStorable(origin),
    bytes: bytes.byteLength,
    content: fitted(compress(bytes)),
    mediaType: report.mediaType,
    manifest,
    identity,
    form: report.form,
    checks: report.checks,
    fingerprint: print,
    reading: readingOf(identity, source.sha256, print),
    ...figuresOf(tables),
    narrative: JSON.stringify(narrative.map(withStorable)),
    sketch: sketchOf(narrative),
    cells: fitted(packCells(Object.values(tables))),
    findings: report.findings.map(withStorable),
  };
}
