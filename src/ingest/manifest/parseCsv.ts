import { type Columns, parseTable } from '../tables/parseTable.js';
import { MANIFEST_FIELDS, type ManifestField, type ManifestRecord } from './ManifestField.js';

const COLUMNS: Columns<ManifestField> = {
  fields: MANIFEST_FIELDS,
  suffice: (found) => found.has('path') || found.has('url'),
  expected: `columns ${MANIFEST_FIELDS.join(', ')}, with path or url among them`,
};

/** A manifest as a table with a header. @throws TableError */
export const parseCsv = (file: string, text: string): ManifestRecord[] => parseTable(file, text, COLUMNS);
