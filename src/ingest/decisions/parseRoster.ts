import { parse } from 'csv-parse/sync';
import { AGENCY_KIND_CODES, type AgencyKind } from '../../catalog/agencyKinds.js';
import { UsageError } from '../../errors.js';
import { kindOf } from '../identify/kindOf.js';
import { compact } from '../text/compact.js';
import { places } from './places.js';

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

const COLUMNS = ['division', 'name', 'kind', 'from', 'to'] as const;
const FIRST_YEAR = 2008;
const LAST_YEAR = 2100;

type Fields = Readonly<Record<(typeof COLUMNS)[number], string>>;

const isKind = (text: string): text is AgencyKind => (AGENCY_KIND_CODES as readonly string[]).includes(text);

/** What is wrong with a line, field by field. */
function faultsOf(fields: Fields): string[] {
  const year = (name: 'from' | 'to'): string[] => {
    const value = Number(fields[name]);
    return Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR
      ? []
      : [`${name}: expected a year from ${FIRST_YEAR} to ${LAST_YEAR}, found "${fields[name]}"`];
  };
  const order = fields.to !== '' && Number(fields.to) < Number(fields.from);
  return [
    ...(places().find(fields.division) === undefined
      ? [`division: expected the code of a division, found "${fields.division}"`]
      : []),
    ...(compact(fields.name) === '' ? ['name: expected the name of an agency, found nothing'] : []),
    ...(fields.kind !== '' && !isKind(fields.kind)
      ? [`kind: expected one of ${AGENCY_KIND_CODES.join(', ')} or nothing, found "${fields.kind}"`]
      : []),
    ...year('from'),
    ...(fields.to === '' ? [] : year('to')),
    ...(order ? [`to: expected no year before ${fields.from}, found "${fields.to}"`] : []),
  ];
}

function records(text: string): Record<string, string>[] {
  try {
    return parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new UsageError(`expected a CSV file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** How many faults are told at once. */
const TOLD = 20;

/**
 * The lines of a roster: CSV with a header line division, name, kind, from, to. `kind` may be left out (it is told by the name), and
 * `to` (still open).
 * @throws UsageError naming line and field of all that is wrong
 */
export function parseRoster(text: string): RosterLine[] {
  const rows = records(text);
  const missing = COLUMNS.filter(
    (name) => name !== 'kind' && name !== 'to' && rows[0] !== undefined && !(name in rows[0]),
  );
  if (rows.length === 0 || missing.length > 0)
    throw new UsageError(
      `expected the columns ${COLUMNS.join(', ')} and a line for each agency, found no ${missing.join(', ') || 'line'}`,
    );
  const fields = rows.map((row): Fields => {
    const { division = '', name = '', kind = '', from = '', to = '' } = row;
    return { division, name, kind, from, to };
  });
  const faults = fields.flatMap((line, index) => faultsOf(line).map((fault) => `line ${index + 2}, ${fault}`));
  if (faults.length > 0)
    throw new UsageError([...faults.slice(0, TOLD), ...(faults.length > TOLD ? ['…'] : [])].join('; '));
  return fields.map(({ division, name, kind, from, to }) => ({
    division,
    name,
    kind: isKind(kind) ? kind : kindOf(compact(name)),
    from: Number(from),
    to: to === '' ? null : Number(to),
  }));
}
