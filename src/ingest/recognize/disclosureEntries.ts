import type { Form } from '../../catalog/forms.js';
import { articleOf } from '../forms/articleOf.js';
import { lookUp } from '../forms/lookUp.js';
import { measuresOf } from '../forms/measuresOf.js';
import { widthOf } from '../forms/widthOf.js';
import type { Entry } from '../Match.js';
import { rowTerm } from './gridEntries.js';
import { groupsOf, type Group } from './groupsOf.js';
import { labelOf, type GroupLabel } from './labelOf.js';
import type { Layout } from './layoutOf.js';
import { splitDigits } from './splitDigits.js';
import type { Token } from './Token.js';
import { underHeaders } from './underHeaders.js';
import { flatten } from '../../flatten.js';

interface Labelled {
  readonly group: Group;
  readonly label: GroupLabel | null;
}

const opensBlock = (word: Token): boolean =>
  articleOf(word.text) !== null || (lookUp(word.text)?.terms.some(({ code }) => code === 'CONTENT') ?? false);

/** What stands under one paragraph of article 20. */
interface Block {
  /** The line of the article, and all that is before the first figures. */
  readonly headers: readonly Token[];
  readonly groups: Group[];
}

/** What opens a block; blank cells of its article may part that from its headers. */
function openingOf(words: readonly Token[], { headers, groups }: Block): readonly Token[] {
  const isOpen = groups.every(({ cells }) => cells.every(({ kind }) => kind === 'blank'));
  return isOpen && words.every(({ text }) => articleOf(text) === null) ? [...headers, ...words] : words;
}

function blocksOf(groups: readonly Group[]): Block[] {
  const first = groups[0]?.before ?? [];
  let block: Block = { headers: first.some(opensBlock) ? [] : first, groups: [] };
  const blocks = [block];
  for (const { before, cells } of groups) {
    const at = before.findLastIndex(opensBlock);
    const from = before.findIndex(opensBlock);
    // Labels that come after their figures belong to the block that they end.
    if (from > 0) block.groups.push({ before: before.slice(0, from), cells: [] });
    if (at >= 0) {
      block = { headers: openingOf(before.slice(from), block), groups: [] };
      blocks.push(block);
    }
    block.groups.push({ before: before.slice(at + 1), cells });
  }
  return blocks;
}

function toEntry({ group, label }: Labelled, form: Form, { headers, groups }: Block, trusted: boolean): Entry[] {
  const [{ before, cells: after } = { before: [], cells: [] }] = groups;
  const headerBlanks = after.every(({ kind }) => kind === 'blank') ? after.length : 0;
  const explicit = group.cells.some(({ kind }) => kind === 'blank');
  const item = label?.term.kind === 'item' ? label.term.code : null;
  if (!label || item === null) return [];
  const width = widthOf('DISCLOSURES', form, label.term);
  const [only] = group.cells;
  const split = group.cells.length === 1 && width > 1 && only ? splitDigits(only.text, width, false) : null;
  const printed = only && split ? split.map((text) => ({ ...only, text })) : group.cells;
  const aligned = trusted && printed.length < width ? underHeaders(group, groups, measuresOf(item, form)) : null;
  const cells = aligned ?? printed;
  const ambiguous = !trusted || (explicit ? cells.length < width : cells.length !== width);
  const spare = before.length > 0 && headerBlanks > 0 ? 'AFTER' : 'UNKNOWN';
  return [{ term: label.term, label: label.text, cells, explicit, ambiguous, spare, headers, headerBlanks }];
}

/** Whether the line below holds figures beside no label of their own: the rest of a row that was broken within a figure. */
const isBroken = (label: GroupLabel | null, next: Group | undefined): boolean =>
  (next !== undefined && next.cells.length > 0 && next.before.length <= (label?.after ?? 0)) ||
  /^[.,．，]\d/.test(next?.before[0]?.text ?? '');

const standsBeside = ({ before, cells }: Group): boolean => before.some(({ line }) => line === cells[0]?.line);

/** Whether single figures stand beside their labels: then one that has a line of its own may be the number of a page. */
const areBeside = (groups: readonly Group[]): boolean =>
  groups.some((group) => group.cells.length === 1 && standsBeside(group));

/** Whether the labels of several rows stand before the figures. */
const holdsSeveral = ({ before }: Group): boolean =>
  before.filter(({ text }) => rowTerm(text, 'DISCLOSURES') !== null).length > 1;

/** A block of one row with just its figures, which follow each other, wherever its label stands. */
function soleRow(block: readonly Group[], form: Form): Entry | null {
  const labels = flatten(block.map(({ before }) => before)).filter(({ text }) => rowTerm(text, 'DISCLOSURES'));
  const [cells = [], ...others] = block.map((group) => group.cells).filter((each) => each.length > 0);
  const [label] = labels;
  const term = label ? rowTerm(label.text, 'DISCLOSURES') : null;
  if (
    labels.length !== 1 ||
    others.length > 0 ||
    !label ||
    term?.kind !== 'item' ||
    cells.length !== widthOf('DISCLOSURES', form, term)
  )
    return null;
  return { term, label: label.text, cells, explicit: false, ambiguous: false, spare: 'UNKNOWN', headers: [] };
}

/** The rows of section two in running text. */
export function disclosureEntries(tokens: readonly Token[], layout: Layout, form: Form): Entry[] {
  const all = groupsOf(tokens, layout, null);
  const beside = layout === 'WORDS' && areBeside(all);
  const entries = blocksOf(all).map((block) => {
    const { groups } = block;
    const labelled = groups.map((group, at): Labelled => {
      const after = layout === 'WORDS' ? (groups[at + 1]?.before ?? []) : [];
      return { group, label: group.cells.length > 0 ? labelOf(group.before, after, 'DISCLOSURES') : null };
    });
    const figures = labelled.filter(({ group }) => group.cells.some(({ kind }) => kind === 'figure'));
    // Where a cell is a line, figures before the first label, or after several, mean that labels and figures have come apart.
    const trusted = layout !== 'CELLS' || figures.every(({ label, group }) => label !== null && !holdsSeveral(group));
    const sole = trusted ? null : soleRow(groups, form);
    const isPage = ({ group }: Labelled): boolean => beside && group.cells.length === 1 && !standsBeside(group);
    const rows = labelled.map((each, at) =>
      toEntry(each, form, block, trusted && !isBroken(each.label, groups[at + 1]) && !isPage(each)),
    );
    return sole ? [sole] : flatten(rows);
  });
  return flatten(entries);
}
