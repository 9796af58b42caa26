import { documentChecks } from './checks/documentChecks.js';
import { extract } from './extract.js';
import type { Gazetteer } from './gazetteer.js';
import { identify } from './identify.js';
import type { ManifestEntry } from './manifest/ManifestEntry.js';
import { narrate } from './narrate.js';
import { read } from './read/read.js';
import { recognize } from './recognize.js';
import { reportForm } from './reportForm.js';
import type { Stage } from './stages.js';
import type { Finding, Flag, Report, Source } from './types.js';
import { validate } from './validate.js';

/** What reading a document needs beside it. */
export interface ReadDeps {
  readonly gazetteer: Gazetteer;
  readonly manifest?: ManifestEntry | null;
}

/** Sees what each stage hands on; `findings` are those flagged so far. */
export type Watch = (stage: Stage, value: unknown, findings: readonly Finding[]) => void;

/**
 * Reads one document: its figures, whose they are, and what is wrong with them. The order of the stages stands here and
 * nowhere else. Pure but for the readers' own lazy loading.
 * @throws Refusal for a document that is not taken in, and nothing else for a document
 */
export async function readReport(
  source: Source,
  { gazetteer, manifest = null }: ReadDeps,
  watch: Watch = () => undefined,
): Promise<Report> {
  const findings: Finding[] = [];
  const blank = { place: null, raw: null, expected: null, actual: null };
  const flag: Flag = (finding) => void findings.push({ ...blank, ...finding });
  const passed = <Value>(stage: Stage, value: Value): Value => {
    watch(stage, value, findings);
    return value;
  };

  const document = passed('read', await read(source));
  const match = passed('recognize', recognize(document));
  const tables = passed('extract', extract(match, flag));
  const form = reportForm(tables);
  const narrative = passed('narrate', narrate(match));
  const identity = passed('identify', identify({ document, narrative, source, manifest, gazetteer }, flag));
  const checks = passed('validate', validate(tables, flag));
  const report = { source, mediaType: document.mediaType, identity, form, tables, narrative };
  for (const check of documentChecks) check(report, flag);
  passed('check', findings);
  return { ...report, findings, checks };
}
