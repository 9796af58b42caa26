import { APPLICANT_CODES, APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { printedDispositions, type Disposition } from '../../catalog/dispositions.js';
import type { Form } from '../../catalog/forms.js';
import type { Entry } from '../Match.js';
import { readValue } from '../value.js';

type Cells = Entry['cells'];

const STAGES: readonly Disposition[] = ['RECEIVED', 'CARRIED_IN', 'TOTAL_HANDLED', 'CARRIED_OUT'];

/** A cell as a part of a sum: nothing where it is blank or not there, NaN where it is no figure. */
function partOf(cell: Cells[number] | undefined): number {
  const value = readValue(cell?.text ?? '', 'count');
  if (value.state === 'BLANK') return 0;
  return value.state === 'REPORTED' ? Number(value.value) : Number.NaN;
}

/**
 * The applicants' columns that do not add up, their outcomes or their intake, with nothing where cells are blank. Where rows
 * are missing, those whose outcomes are more than their total.
 */
function brokenColumns(rows: ReadonlyMap<string, Entry>, isComplete: boolean, form: Form): number[] {
  const outcomes = printedDispositions(form).filter((code) => !STAGES.includes(code));
  return APPLICANT_CODES.flatMap((_, column): number[] => {
    const at = (code: Disposition): number => partOf(rows.get(code)?.cells[column]);
    const handled = outcomes.reduce((sum, code) => sum + at(code), 0);
    const total = at('TOTAL_HANDLED');
    const taken = at('RECEIVED') + at('CARRIED_IN') - at('CARRIED_OUT');
    const holds = isComplete ? handled === total && taken === total : handled <= total;
    return holds ? [] : [column];
  });
}

/** So many rows that are blank in the same columns are so by intent. */
const ALIKE = 3;
const printedIn = (cells: Cells): string => cells.map(({ text }) => (text.trim() === '' ? '' : '0')).join();

/** Whether nothing but columns that hold can prove where the figures of a row stand, and they don't. */
function isUnproven(cells: Cells, others: readonly Cells[], hold: boolean): boolean {
  // Zeros add up anywhere.
  const isTold = cells.some((cell) => partOf(cell) > 0);
  const alike = others.filter((other) => printedIn(other) === printedIn(cells));
  return !hold || (!isTold && alike.length < ALIKE);
}

/**
 * Leaves rows in doubt whose cells were told by places: those with figures in a column that does not add up, since they may
 * be another's, and, where all columns do not, those whose own total is blank.
 * @param entries the rows of section three
 * @param placed the cells told by places, and whether they add up to a total
 */
export function doubtByColumns(
  entries: readonly Entry[],
  placed: ReadonlyMap<Cells, boolean>,
  form: Form,
): readonly Entry[] {
  if (placed.size === 0) return entries;
  const rows = new Map(entries.map((entry) => [entry.term?.code ?? '', entry]));
  const certain = entries.every(({ ambiguous }) => !ambiguous) && rows.size === entries.length;
  const isComplete =
    certain &&
    entries.every(({ cells }) => cells.length === APPLICANT_COLUMNS.length) &&
    printedDispositions(form).every((code) => rows.has(code));
  const broken = rows.has('TOTAL_HANDLED') ? brokenColumns(rows, isComplete, form) : [];
  const hold = isComplete && broken.length === 0;
  const totalless = [...placed].flatMap(([cells, addsUp]) => (addsUp ? [] : [cells]));
  return entries.map((entry) => {
    const addsUp = placed.get(entry.cells);
    if (addsUp === undefined) return entry;
    const isBroken = broken.some((column) => partOf(entry.cells[column]) > 0);
    const isDoubtful = isBroken || (!addsUp && isUnproven(entry.cells, totalless, hold));
    return isDoubtful ? { ...entry, ambiguous: true } : entry;
  });
}
