import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { childrenOf, DISPOSITIONS, type Disposition } from '../../catalog/dispositions.js';
import type { Section } from '../../catalog/forms.js';
import { widthOf } from '../forms/widthOf.js';
import type { Entry, SectionMatch } from '../Match.js';

const isPrinted = ({ text }: { readonly text: string }): boolean => text.trim() !== '';

/** Rows that the form prints with the same merged cells have as many cells; the first of a group has its name beside it. */
function kinOf({ term }: Entry, width: number): string {
  if (term?.kind !== 'disposition') return String(width);
  const { parent, stock } = DISPOSITIONS[term.code];
  if (parent !== null) return childrenOf(parent as Disposition)[0] === term.code ? 'FIRST_OF_GROUP' : 'IN_GROUP';
  return stock || term.code === 'RECEIVED' ? 'STAGE' : 'RESULT';
}

interface Row {
  readonly entry: Entry;
  readonly kin: string;
  /** Cells beyond those of the form. */
  readonly extra: number;
}

/** So many more are those of another row, joined to it. */
const ANOTHER_ROW = APPLICANT_COLUMNS.length;

/** What over half of the rows have beyond their cells; more than none only where two agree. -1 where rows do not tell. */
function usualOf(extras: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const extra of extras) counts.set(extra, (counts.get(extra) ?? 0) + 1);
  for (const [extra, count] of counts) if (count * 2 > extras.length && (extra === 0 || count > 1)) return extra;
  return -1;
}

/** Whether a figure stands in each column of the form, so that no blank cell could have shifted any. */
const isFull = ({ entry: { cells }, extra }: Row, usual: number): boolean =>
  extra <= usual && cells.filter(isPrinted).length === cells.length - extra;

/** Whether a row has more columns than the form, something printed in each: one with fewer cells may have lost any. */
const isWider = ({ entry: { cells, ambiguous }, extra }: Row): boolean =>
  !ambiguous && extra > 0 && extra < ANOTHER_ROW && cells.every(isPrinted);

/** How many cells rows of each kind have beyond those of the form, told by most of them and, in section two, of their headers. */
function usualIn(rows: readonly Row[], section: Section): Map<string, number> {
  const kins = new Map<string, number[]>();
  const blocks = new Set<Entry['headers']>();
  for (const { entry, kin, extra } of rows) {
    const extras = kins.get(kin) ?? [];
    kins.set(kin, extras);
    if (!entry.ambiguous && extra >= 0 && (extra < ANOTHER_ROW || section === 'DISCLOSURES')) extras.push(extra);
    if (section !== 'DISCLOSURES' || entry.headerBlanks === undefined || blocks.has(entry.headers)) continue;
    blocks.add(entry.headers);
    extras.push(entry.headerBlanks);
  }
  return new Map([...kins].map(([kin, extras]) => [kin, usualOf(extras)]));
}

/**
 * Rows with a cell more or less than others of their kind: where some are blank, nobody knows which one was lost or
 * added, and figures would be taken for those of other columns.
 */
export function doubtOddRows({ section, form, entries }: SectionMatch): Entry[] {
  const rows = entries.map((entry): Row => {
    const width = widthOf(section, form, entry.term);
    return { entry, kin: kinOf(entry, width), extra: entry.cells.length - width };
  });
  const usual = usualIn(rows, section);
  const widened = rows.some(isWider);
  return rows.map((row) => {
    // The one row of section four has no merged cells: what is blank beside it is so in its header.
    const only = section === 'REVIEWS' && row.entry.term === null;
    const besides = row.extra === row.entry.headerBlanks ? row.extra : 0;
    const own = only ? besides : (usual.get(row.kin) ?? -1);
    const isBlank = !row.entry.cells.some(isPrinted) && row.extra > own;
    const fits = row.extra < 0 || row.extra === own || isBlank || (!widened && isFull(row, own));
    return fits ? row.entry : { ...row.entry, ambiguous: true };
  });
}
