import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../../catalog/reviews.js';
import type { Entry } from '../Match.js';
import { compact } from '../text/compact.js';
import { readValue } from '../value.js';
import { rowTerm } from './gridEntries.js';
import { groupsOf } from './groupsOf.js';
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

/** Whether each of the three tracks adds up to its total, every figure printed. */
function isBalanced(cells: readonly Token[]): boolean {
  const numbers = cells.map(({ text }) => {
    const value = readValue(text, 'count');
    return value.state === 'REPORTED' ? Number(value.value) : Number.NaN;
  });
  return REVIEW_TRACK_CODES.every((_, track) => {
    const [total = Number.NaN, ...parts] = numbers.slice(track * TRACK, (track + 1) * TRACK).reverse();
    return parts.reduce((sum, part) => sum + part, 0) === total;
  });
}

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
  const tracks: Entry[] = [];
  for (const { before, cells } of groups) {
    const name = before.findLast(({ text }) => rowTerm(text, 'REVIEWS'));
    const term = name ? rowTerm(name.text, 'REVIEWS') : null;
    if (term && name && cells.length === TRACK)
      tracks.push({ ...toEntry(cells, explicit, false), term, label: name.text });
  }
  if (tracks.length === REVIEW_TRACK_CODES.length) return tracks;
  const rows = groups.filter(({ cells }) => (explicit ? cells.length >= WIDTH : cells.length === WIDTH));
  if (rows.length > 0)
    return rows.map(({ before, cells }) => {
      const header = compact(before.map(({ text }) => text).join(''));
      const inLine = cells.every(({ line }) => line === cells[0]?.line);
      const ordered =
        layout === 'CELLS' ? HEADERS.some((printed) => header.endsWith(printed)) : layout !== 'WORDS' || inLine;
      return toEntry(cells, explicit, !ordered && !isBalanced(cells));
    });
  const loose = flatten(groups.map(({ cells }) => cells)).filter(({ kind }) => kind === 'figure');
  return loose.length > 0 ? [toEntry(loose, false, true)] : [];
}
