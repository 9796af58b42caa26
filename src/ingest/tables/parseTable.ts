import { CsvError, parse } from 'csv-parse/sync';
import { TableError } from './TableError.js';
import type { TableRecord } from './TableRecord.js';

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The columns that a table may have. */
export interface Columns<Field extends string> {
  readonly fields: readonly Field[];
  /** Whether those that are there will do. */
  readonly suffice: (found: ReadonlySet<Field>) => boolean;
  readonly expected: string;
}

function linesOf(file: string, text: string): Line[] {
  try {
    // Of a line break of Windows within quotes the parser counts two lines.
    return parse(text.replaceAll(/\r\n?/g, '\n'), {
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error;
    const line = typeof lines === 'number' ? lines : 1;
    throw new TableError([{ file, line, field: null, found: error.message, expected: 'comma-separated values' }]);
  }
}

/** A column that is misspelled or there twice would be passed over in silence. */
function headerOf<Field extends string>(
  file: string,
  header: Line | undefined,
  { fields, suffice, expected }: Columns<Field>,
): Field[] {
  const names = header?.record.map((name) => name.toLowerCase()) ?? [];
  const known = names.flatMap((name) => fields.find((field) => field === name) ?? []);
  const found = new Set(known);
  if (known.length === names.length && found.size === names.length && suffice(found)) return known;
  const came = names.length === 0 ? 'nothing' : names.join(', ');
  throw new TableError([{ file, line: header?.info.lines ?? 1, field: null, found: came, expected }]);
}

/** The entries of a table with a header, as comma-separated values. @throws TableError */
export function parseTable<Field extends string>(
  file: string,
  text: string,
  columns: Columns<Field>,
): TableRecord<Field>[] {
  const [header, ...lines] = linesOf(file, text);
  const names = headerOf(file, header, columns);
  return lines.map(({ record, info }) => {
    // A quoted value may go over several lines: an entry is named by its first one.
    const line = info.lines - record.join('').split('\n').length + 1;
    const fields = names.flatMap((name, index) => {
      const value = record[index] ?? '';
      return value === '' ? [] : [[name, { text: value, line }]];
    });
    return { line, fields: Object.fromEntries(fields) as TableRecord<Field>['fields'] };
  });
}
