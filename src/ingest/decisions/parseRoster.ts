import { AGENCY_KIND_CODES, type AgencyKind } from '../../catalog/agencyKinds.js';
import { kindOf } from '../identify/kindOf.js';
import { fieldReader, type Reading } from '../tables/fieldReader.js';
import { type Columns, parseTable } from '../tables/parseTable.js';
import { TableError, type TableFault } from '../tables/TableError.js';
import { AGENCY_NAME, DIVISION, yearTo } from '../tables/values.js';
import { compact } from '../text/compact.js';

/** An agency that is expected to report. */
export interface RosterLine {
  readonly division: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** The first year of which a report is expected. */
  readonly from: number;
  /** The last one; null while it is open. */
  readonly to: number | null;
}

const FIELDS = ['division', 'name', 'kind', 'from', 'to'] as const;
type RosterField = (typeof FIELDS)[number];

const COLUMNS: Columns<RosterField> = {
  fields: FIELDS,
  suffice: (found) => found.has('division') && found.has('name') && found.has('from'),
  expected: `columns ${FIELDS.join(', ')}, of which kind and to may be left out`,
};

const KIND: Reading<AgencyKind> = {
  expected: `one of ${AGENCY_KIND_CODES.join(', ')} or nothing`,
  read: (text) => AGENCY_KIND_CODES.find((kind) => kind === text),
};
const YEAR = yearTo(2100);

/**
 * The lines of a roster: CSV with a header line division, name, kind, from, to. `kind` may be left out (it is told by the name), and
 * `to` (still open).
 * @throws TableError naming line and field of what is wrong
 */
export function parseRoster(file: string, text: string): RosterLine[] {
  const faults: TableFault[] = [];
  const fault = (found: Omit<TableFault, 'file'>): void => void faults.push({ file, ...found });
  const records = parseTable(file, text, COLUMNS);
  if (records.length === 0) fault({ line: 1, field: null, expected: 'a line for each agency', found: 'none' });
  const lines = records.flatMap((record): RosterLine[] => {
    const take = fieldReader(record, fault);
    const division = take('division', DIVISION, { wanted: true });
    const name = take('name', AGENCY_NAME, { wanted: true });
    const kind = take('kind', KIND);
    const from = take('from', YEAR, { wanted: true });
    const to = take('to', YEAR) ?? null;
    if (division === undefined || name === undefined || from === undefined) return [];
    if (to !== null && to < from)
      fault({ line: record.line, field: 'to', expected: `no year before ${from}`, found: String(to) });
    return [{ division, name, kind: kind ?? kindOf(compact(name)), from, to }];
  });
  if (faults.length > 0) throw new TableError(faults);
  return lines;
}
