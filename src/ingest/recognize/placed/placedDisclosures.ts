import type { DisclosureItem, DisclosureMeasure } from '../../../catalog/disclosures.js';
import { printedDisclosures } from '../../../catalog/disclosures.js';
import type { Form } from '../../../catalog/forms.js';
import { articleOf } from '../../forms/articleOf.js';
import { measuresOf } from '../../forms/measuresOf.js';
import type { Term } from '../../forms/terms.js';
import type { Entry } from '../../Match.js';
import { rowTerm } from '../gridEntries.js';
import { areInColumns, type KnownRow } from './areInColumns.js';
import { headersOf, type Header } from './headersOf.js';
import type { PlacedLine } from './placedEntries.js';
import { readRows } from './readRows.js';
import { isValue, knownOf, type PlacedRow } from './rowsOf.js';
import { toEntries } from './toEntry.js';

const meaning = (term: Term): string | null => (term.kind === 'measure' ? term.code : null);
const itemIn = (text: string): DisclosureItem | null => {
  const term = rowTerm(text, 'DISCLOSURES');
  return term?.kind === 'item' ? term.code : null;
};

/** The lines under each paragraph of article 20. */
function blocksOf(lines: readonly PlacedLine[]): PlacedLine[][] {
  const blocks: PlacedLine[][] = [[]];
  for (const line of lines)
    if (articleOf(line.text) === null) blocks.at(-1)?.push(line);
    else blocks.push([]);
  return blocks;
}

/** The rows of a block, and its headers. */
interface Block {
  readonly headers: readonly Header[];
  readonly rows: readonly PlacedRow[];
}

function readBlock(block: readonly PlacedLine[], form: Form): Block | null {
  const begin = block.findIndex(({ words }) => words.some((word) => isValue(word) || itemIn(word.text) !== null));
  if (begin < 0) return null;
  const [above, below] = [block.slice(0, begin), block.slice(begin)].map((part) => part.flatMap(({ words }) => words));
  const item = below?.map(({ text }) => itemIn(text)).find((each) => each !== null);
  const measures: DisclosureMeasure[] = item ? measuresOf(item, form) : [];
  const headers = above && measures.length > 0 ? headersOf(above, measures, meaning) : null;
  if (!headers || !below) return null;
  const items = new Set(printedDisclosures(form).map((cell) => cell.item));
  const rows = readRows(headers, below, 'DISCLOSURES', (term) => term.kind === 'item' && items.has(term.code));
  // Rows of two blocks, the headers of the second being lost.
  const isForeign = rows.some(
    ({ label: { term } }) => term.kind === 'item' && measuresOf(term.code, form).join() !== measures.join(),
  );
  return isForeign ? null : { headers, rows };
}

/** Whether some row prints every figure: columns that others are told by. */
const someFull = (rows: readonly KnownRow[]): boolean => rows.some(({ cells }) => !cells.includes(null));

/** The rows of section two. */
export function placedDisclosures(lines: readonly PlacedLine[], form: Form): Entry[] {
  const blocks = blocksOf(lines).flatMap((block) => readBlock(block, form) ?? []);
  const inColumns = areInColumns(
    blocks.map(({ headers, rows }) => ({ headers, rows: knownOf(rows) })),
    someFull,
  );
  return blocks.flatMap(({ headers, rows }) => toEntries(rows, headers, inColumns || headers.length === 1));
}
