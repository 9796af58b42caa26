import { printedDisclosures } from '../../catalog/disclosures.js';
import { printedDispositions } from '../../catalog/dispositions.js';
import type { Form, Section } from '../../catalog/forms.js';
import { placesOf } from '../../catalog/places.js';
import type { Entry, Line } from '../Match.js';
import { flatten } from '../../flatten.js';
import { groupBy } from '../../groupBy.js';
import { lookUp } from '../forms/lookUp.js';
import { gridEntries } from './gridEntries.js';

const YEAR = /(?:19|20)\d\d/g;
const YEAR_WITH_UNIT = /(?<!\d)(?:19|20)\d\d(?=\s?年)/g;
/** This year or another, as captions have it: tables of two years may stand beside each other. */
const YEAR_IN_WORDS = /[上去前本今]一?年(?!度?结转)/;
/** Labels of the form name this year and the last. */
const YEAR_IN_TABLE = /去年|前年/;
/** So many lines above a table may be its caption, where no heading stands there. */
const CAPTION = 3;

interface Table {
  readonly number: number;
  readonly rows: readonly Line[];
  readonly entries: readonly Entry[];
}

const isBlank = ({ entries }: Table): boolean =>
  entries.every(({ cells }) => cells.every(({ text }) => text.trim() === ''));

/** Whether tables have together each row of the form, and each once; of section four the row of all tracks. */
function isForm(tables: readonly Table[], section: Section, form: Form): boolean {
  const entries = flatten(tables.map((table) => table.entries));
  if (section === 'REVIEWS')
    return entries.filter(({ cells }) => cells.length >= placesOf(section, form).length).length === 1;
  const rows: readonly string[] =
    section === 'DISCLOSURES' ? printedDisclosures(form).map(({ item }) => item) : printedDispositions(form);
  const expected = new Set(rows);
  const found = entries.map(({ term }) => term?.code ?? '');
  return (
    found.length === expected.size && new Set(found).size === expected.size && found.every((row) => expected.has(row))
  );
}

/** Whether another year than that of the report may be meant in what stands above, between and in tables. */
function namesYear(lines: readonly Line[], first: number, last: number): boolean {
  const heading = lines.slice(0, first).findLastIndex(({ chapter }) => chapter !== null);
  const around = lines.slice(heading < 0 ? Math.max(0, first - CAPTION) : heading + 1, last + 1);
  if (around.some(({ table, text }) => (table === null ? YEAR_IN_WORDS : YEAR_IN_TABLE).test(text))) return true;
  // The year that a document names first is that of its title.
  const [own] = lines.find(({ text }) => text.search(YEAR) >= 0)?.text.match(YEAR) ?? [];
  // In a table 2025 may be a figure.
  return around.some(({ table, text }) =>
    (text.match(table === null ? YEAR : YEAR_WITH_UNIT) ?? []).some((year) => year !== own),
  );
}

/** Whether there is nothing of section four but its header: in a sheet a blank row is none. */
const isHeaderOnly = ({ rows, entries }: Table): boolean =>
  entries.length === 0 &&
  rows.some(({ words }) => words.some((word) => lookUp(word)?.terms.some(({ kind }) => kind === 'track')));

/**
 * Numbers of the tables that are a section's blank form, which some sites print before or after the one that is filled
 * in. None unless its tables are just those two, whole, and nothing names another year: nothing may have happened in the
 * one, and the figures be those of the other. Of section four then all.
 * @param own indices of the section's lines, in order
 */
export function templatesIn(lines: readonly Line[], own: readonly number[], section: Section, form: Form): Set<number> {
  const none = new Set<number>();
  const inTables = own.flatMap((index) => {
    const line = lines[index];
    return line && line.table !== null ? [{ line, table: line.table }] : [];
  });
  const byTable = groupBy(inTables, ({ table }) => table);
  if (byTable.size < 2) return none;
  const tables = [...byTable].map(([number, of]): Table => {
    const rows = of.map(({ line }) => line);
    const pieces = rows.map((row) => row.pieces);
    return { number, rows, entries: gridEntries(pieces, section) };
  });
  const blank = tables.filter(isBlank);
  const filled = tables.filter((table) => !blank.includes(table));
  const isOther = (): boolean => namesYear(lines, own[0] ?? 0, own.at(-1) ?? 0);
  if (section === 'REVIEWS' && blank.some(isHeaderOnly)) return isOther() ? new Set(byTable.keys()) : none;
  if (blank.length === 0 || !isForm(blank, section, form) || !isForm(filled, section, form)) return none;
  if (isOther()) return none;
  return new Set(blank.map(({ number }) => number));
}
