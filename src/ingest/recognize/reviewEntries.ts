import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../../catalog/reviews.js';
import type { Entry } from '../Match.js';
import { compact } from '../text/compact.js';
import { isBalancedRow } from './alignRows.js';
import { rowTerm } from './gridEntries.js';
import { brokenOf } from './brokenOf.js';
import { groupsOf, type Group } from './groupsOf.js';
import type { Layout } from './layoutOf.js';
import type { Token } from './Token.js';
import { flatten } from '../../flatten.js';

const TRACK = REVIEW_COLUMN_CODES.length;
const WIDTH = TRACK * REVIEW_TRACK_CODES.length;

const RESULTS = '结果维持结果纠正其他结果尚未审结总计';
/** The headers of section four below their first row, read row by row. */
const HEADERS = [
  `${RESULTS}未经复议直接起诉复议后起诉${RESULTS}${RESULTS}`,
  `未经复议直接起诉复议后起诉${RESULTS}${RESULTS}${RESULTS}`,
];

const toEntry = (cells: readonly Token[], explicit: boolean, ambiguous: boolean): Entry => ({
  term: null,
  label: '',
  cells,
  explicit,
  ambiguous,
  spare: 'UNKNOWN',
  headers: [],
});

/** Whether each track adds up to its total, every figure printed. */
const isBalanced = (cells: readonly Token[]): boolean =>
  REVIEW_TRACK_CODES.slice(0, Math.ceil(cells.length / TRACK)).every((_, track) =>
    isBalancedRow(cells.slice(track * TRACK, (track + 1) * TRACK)),
  );

/**
 * The figures of section four in running text: one row of fifteen, or a row of five after the name of each track. Where a
 * cell is a line, they are taken only after headers in their printed order, or where all three tracks add up; a row
 * that is broken over lines only where they do: text out of columns comes in another order.
 */
export function reviewEntries(tokens: readonly Token[], layout: Layout): Entry[] {
  const explicit = layout === 'PIPES' || tokens.some(({ kind }) => kind === 'blank');
  const all = groupsOf(tokens, layout, WIDTH);
  const printed = all.filter(({ cells }) => cells.some(({ kind }) => kind === 'figure'));
  // Exports leave blank cells among the headers: blank ones are the row only where no figures are.
  const groups = printed.length > 0 ? printed : all;
  const names = groups.map(({ before }) => before.findLast(({ text }) => rowTerm(text, 'REVIEWS')));
  const begin = names.map((name) => name !== undefined);
  const broken = layout === 'WORDS' ? brokenOf(groups, begin, isBalanced) : new Set<Group>();
  const tracks = groups.flatMap((group, at): Entry[] => {
    const { cells } = group;
    const name = names[at];
    const term = name ? rowTerm(name.text, 'REVIEWS') : null;
    if (!term || !name || cells.length !== TRACK) return [];
    return [{ ...toEntry(cells, explicit, broken.has(group)), term, label: name.text }];
  });
  if (tracks.length === REVIEW_TRACK_CODES.length) return tracks;
  const rows = groups.flatMap((group): Entry[] => {
    const { before, cells } = group;
    if (explicit ? cells.length < WIDTH : cells.length !== WIDTH) return [];
    const header = compact(before.map(({ text }) => text).join(''));
    const inLine = cells.every(({ line }) => line === cells[0]?.line);
    const ordered =
      layout === 'CELLS' ? HEADERS.some((printed) => header.endsWith(printed)) : layout !== 'WORDS' || inLine;
    return [toEntry(cells, explicit, broken.has(group) || (!ordered && !isBalanced(cells)))];
  });
  if (rows.length > 0) return rows;
  const loose = flatten(groups.map(({ cells }) => cells)).filter(({ kind }) => kind === 'figure');
  return loose.length > 0 ? [toEntry(loose, false, true)] : [];
}
