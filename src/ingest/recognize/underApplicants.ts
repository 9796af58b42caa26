import { APPLICANT_COLUMNS, type ApplicantColumn } from '../../catalog/applicants.js';
import { lookUp } from '../forms/lookUp.js';
import { addsUp } from './addsUp.js';
import { alignColumns, areApart, gap, wordBefore } from './alignColumns.js';
import type { Group } from './groupsOf.js';
import { areSetOff } from './showsBlanks.js';
import type { Extent, Token } from './Token.js';

/** Words that stand one below the other, top down: a header may be broken over lines. */
function stacksOf(words: readonly Token[]): Token[][] {
  const stacks: Token[][] = [];
  for (const word of words) {
    const { extent } = word;
    // What is merged over several columns stands over all of their headers.
    if (extent === null || lookUp(word.text)?.terms.some(({ kind }) => kind === 'header')) continue;
    const over = stacks.filter((stack) => stack.some((above) => above.extent && gap(above.extent, extent) === 0));
    for (const stack of over) stack.push(word);
    if (over.length === 0) stacks.push([word]);
  }
  return stacks;
}

/** The header that the last words of a stack make up, and how far it reaches. */
function headerIn(stack: readonly Token[]): { readonly code: ApplicantColumn; readonly extent: Extent } | null {
  for (let from = 0; from < stack.length; from++) {
    const words = stack.slice(from);
    const found = lookUp(words.map(({ text }) => text).join(''));
    const term = found?.distance === 0 ? found.terms.find(({ kind }) => kind === 'applicant') : undefined;
    const extents = words.flatMap(({ extent }) => extent ?? []);
    if (term?.kind === 'applicant')
      return {
        code: term.code,
        extent: {
          start: Math.min(...extents.map(({ start }) => start)),
          end: Math.max(...extents.map(({ end }) => end)),
        },
      };
  }
  return null;
}

/** The headers and the first label, however they are broken, have no more words. */
const MOST_WORDS = 60;

/** Where the headers of section three stand, if each is there once, in order and apart from the others. */
function headersOf(words: readonly Token[]): Extent[] | null {
  const headers = stacksOf(words.slice(-MOST_WORDS)).flatMap((stack) => headerIn(stack) ?? []);
  const extents = APPLICANT_COLUMNS.map((column) => headers.filter(({ code }) => code === column));
  if (extents.some((own) => own.length !== 1)) return null;
  const columns = extents.flatMap((own) => own.map(({ extent }) => extent));
  return areApart(columns) ? columns : null;
}

/** So many rows with blank cells that add up under their headers are no chance. */
const PROOF = 3;

/**
 * The columns of a page by its headers, where few rows are full. They count only if every figure of the page stands under
 * one, every row that has a total adds up, and enough rows with blank cells do, set off differently from their labels:
 * places then mean columns, and are no accident of labels of equal length.
 * @param words what stands before the first figure
 * @param rows the figures of the page
 */
export function underApplicants(words: readonly Token[], rows: readonly Group[]): Extent[] | null {
  const columns = headersOf(words);
  if (columns === null) return null;
  const proven: Group[] = [];
  for (const row of rows) {
    // A label too long for its place pushes figures out of theirs.
    if ((wordBefore(row)?.extent?.end ?? 0) > (columns[0]?.start ?? 0)) continue;
    const aligned = alignColumns(row, columns);
    if (aligned === null) return null;
    if (aligned.at(-1) === undefined) continue;
    if (!addsUp(aligned)) return null;
    const parts = aligned.slice(0, -1).filter((cell) => cell && cell.text !== '0');
    if (parts.length > 0 && row.cells.length < columns.length) proven.push(row);
  }
  return proven.length >= PROOF && areSetOff(proven) ? columns : null;
}
