import { CsvError, parse } from 'csv-parse/sync';
import { ManifestError } from './ManifestError.js';
import { isManifestField, MANIFEST_FIELDS, type ManifestField, type ManifestRecord } from './ManifestRecord.js';

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const EXPECTED_HEADER = `columns ${MANIFEST_FIELDS.join(', ')}, with path or url among them`;

function linesOf(file: string, text: string): Line[] {
  try {
    return parse(text, { bom: true, info: true, skip_empty_lines: true, trim: true }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error;
    const line = typeof lines === 'number' ? lines : 1;
    throw new ManifestError([{ file, line, field: null, found: error.message, expected: 'comma-separated values' }]);
  }
}

function headerOf(file: string, header: Line | undefined): ManifestField[] {
  const names = header?.record.map((name) => name.toLowerCase()) ?? [];
  const known = names.filter(isManifestField);
  const isFit = known.length === names.length && new Set(names).size === names.length;
  if (!isFit || !known.some((name) => name === 'path' || name === 'url')) {
    const found = names.length === 0 ? 'nothing' : names.join(', ');
    throw new ManifestError([{ file, line: header?.info.lines ?? 1, field: null, found, expected: EXPECTED_HEADER }]);
  }
  return known;
}

/** A manifest as a table with a header. @throws ManifestError */
export function parseCsv(file: string, text: string): ManifestRecord[] {
  const [header, ...lines] = linesOf(file, text);
  const names = headerOf(file, header);
  let before = header?.info.lines ?? 0;
  return lines.map(({ record, info }) => {
    // A quoted value may go over several lines: an entry is named by its first one.
    const line = Math.min(before + 1, info.lines);
    before = info.lines;
    const fields = names.flatMap((name, index) => {
      const value = record[index] ?? '';
      return value === '' ? [] : [[name, { text: value, line }]];
    });
    return { line, fields: Object.fromEntries(fields) as ManifestRecord['fields'] };
  });
}
