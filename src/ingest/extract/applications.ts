import { isBlank } from '../isBlank.js';
import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { groupBy } from '../../groupBy.js';
import { rowPlaces } from '../forms/rowPlaces.js';
import type { Entry, SectionMatch, Spare } from '../Match.js';
import { addsUp } from '../recognize/addsUp.js';
import { areSound, assignCells, meaning, namedIn, type Assigned } from './assignCells.js';
import type { Locator } from './Locator.js';

const WIDTH = APPLICANT_COLUMNS.length;
const columnOf = meaning((term) => (term.kind === 'applicant' ? APPLICANT_COLUMNS.indexOf(term.code) : -1));

interface Orders {
  readonly byHeaders: Assigned;
  readonly byForm: Assigned;
}

const figuresOf = (assigned: Assigned): string => (assigned ?? []).map((cell) => cell?.text.trim()).join('|');
const tells = ({ byHeaders, byForm }: Orders): boolean => figuresOf(byHeaders) !== figuresOf(byForm);
/** Whether a row says the same in any order: with as many figures as columns, all alike. */
function isAlike({ cells }: Entry): boolean {
  const [first, ...others] = cells.filter((cell) => !isBlank(cell)).map(({ text }) => text.trim());
  return others.length === WIDTH - 1 && others.every((text) => text === first);
}
/** Zeros add up in any order. */
const fits = (assigned: Assigned): boolean =>
  assigned !== null && addsUp(assigned) && assigned.some((cell) => /[1-9]/.test(cell?.text ?? ''));

/**
 * Whether headers in another order than that of the form are right: pages that forget the spans of headers shift them
 * against each other, and then rows add up in the order of the form only. Null where rows tell neither.
 */
function trustsHeaders(rows: readonly Orders[]): boolean | null {
  const forHeaders = rows.filter(({ byHeaders, byForm }) => fits(byHeaders) && !fits(byForm)).length;
  const forForm = rows.filter(({ byHeaders, byForm }) => fits(byForm) && !fits(byHeaders)).length;
  return forHeaders > 0 === forForm > 0 ? null : forHeaders > 0;
}

/**
 * A row of more cells than the others of its table: one may have come into its midst. Its figures show where it is blank
 * only if they add up.
 */
function isStretched({ cells }: Entry, assigned: Assigned, rows: readonly Entry[]): boolean {
  const before = cells.length - WIDTH;
  if (before <= 0 || fits(assigned) || cells.every(isBlank)) return false;
  // Exports have blank cells before the figures where a merged label was.
  if (cells.slice(0, before).every(isBlank) && figuresOf(assigned) === figuresOf(cells.slice(before))) return false;
  const usual = rows.filter((row) => row.cells.length === WIDTH).length > rows.length / 2;
  return usual && (assigned ?? []).some((cell) => cell === undefined || isBlank(cell));
}

/** Locates the cells of section three. */
export function locateApplications({ entries, form, reordered }: SectionMatch, spare: Spare, locator: Locator): void {
  // The rows of a table have its headers in common.
  for (const rows of groupBy(entries, ({ headers }) => headers).values()) {
    const [first] = rows;
    const headers = namedIn(first?.headers ?? [], columnOf);
    const permuted = headers.length === WIDTH && headers.some(({ column }, at) => column !== at);
    const orders = rows.map((entry): Orders => {
      const untold = entry.ambiguous || ((reordered || permuted) && !areSound(headers, entry.cells, WIDTH));
      const byHeaders = untold ? null : assignCells(entry, WIDTH, headers, spare);
      const byForm = permuted && !entry.ambiguous ? assignCells(entry, WIDTH, [], spare) : byHeaders;
      return { byHeaders, byForm };
    });
    const trusted = permuted ? trustsHeaders(orders) : true;
    rows.forEach((entry, at) => {
      if (entry.term?.kind !== 'disposition') return;
      const row = `APPLICATIONS/${entry.term.code}`;
      const order = orders[at] ?? { byHeaders: null, byForm: null };
      const alike = trusted === null && isAlike(entry);
      const assigned = trusted === false || alike ? order.byForm : order.byHeaders;
      const doubtful =
        (trusted === null && !alike && tells(order)) ||
        (trusted === false && reordered) ||
        isStretched(entry, assigned, rows);
      locator.row(row, rowPlaces(row, form), doubtful ? null : assigned, entry);
    });
  }
}
