import { APPLICANT_COLUMNS } from '../../../catalog/applicants.js';
import { printedDispositions, type Disposition } from '../../../catalog/dispositions.js';
import type { Form } from '../../../catalog/forms.js';
import type { Term } from '../../forms/terms.js';
import { NUMBERED } from '../../forms/numbered.js';
import type { Entry } from '../../Match.js';
import { addsUp } from '../addsUp.js';
import { areInColumns, type KnownRow } from './areInColumns.js';
import { headersOf, type Header } from './headersOf.js';
import type { PlacedLine } from './placedEntries.js';
import type { Placed } from './Placed.js';
import { readRows } from './readRows.js';
import { isValue, knownOf } from './rowsOf.js';
import { toEntries } from './toEntry.js';

const meaning = (term: Term): string | null => (term.kind === 'applicant' ? term.code : null);

/** Headers and what stands below them, on the same page and those after it that have no headers of their own. */
interface Part {
  readonly headers: readonly Header[];
  readonly words: Placed[];
}

function partsOf(lines: readonly PlacedLine[]): Part[] {
  const parts: Part[] = [];
  // Headers that the end of a page cuts off from their rows, or in two.
  let cut: Placed[] = [];
  const pageOf = ({ words }: PlacedLine): number => words[0]?.page ?? 0;
  for (const page of new Set(lines.map(pageOf))) {
    const own = lines.filter((line) => pageOf(line) === page);
    const begin = own.findIndex(({ words }) => words.some((word) => isValue(word) || NUMBERED.test(word.text)));
    const above = own.slice(0, begin < 0 ? own.length : begin).flatMap(({ words }) => words);
    const headers =
      headersOf(above, APPLICANT_COLUMNS, meaning) ?? headersOf([...cut, ...above], APPLICANT_COLUMNS, meaning);
    cut = begin < 0 && parts.length === 0 ? above : [];
    if (headers) parts.push({ headers, words: [] });
    const below = headers ? own.slice(begin < 0 ? own.length : begin) : own;
    parts.at(-1)?.words.push(...below.flatMap(({ words }) => words));
  }
  return parts;
}

/** Whether of the rows that print a total and parts of it most add up: in columns of others they hardly would. */
function mostAddUp(rows: readonly KnownRow[]): boolean {
  let balance = 0;
  for (const { cells } of rows) {
    const parts = cells.slice(0, -1);
    if (cells.at(-1) === null || parts.every((part) => part === null)) continue;
    balance += addsUp(cells.map((cell) => cell ?? undefined)) ? 1 : -1;
  }
  return balance > 0;
}

/** The rows of section three. */
export function placedApplications(lines: readonly PlacedLine[], form: Form): Entry[] {
  const printed = new Set<Disposition>(printedDispositions(form));
  const isRow = (term: Term): boolean => term.kind === 'disposition' && printed.has(term.code);
  return partsOf(lines).flatMap(({ headers, words }) => {
    const rows = readRows(headers, words, 'APPLICATIONS', isRow);
    return toEntries(rows, headers, areInColumns([{ rows: knownOf(rows), headers }], mostAddUp));
  });
}
