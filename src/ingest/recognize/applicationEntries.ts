import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { printedDispositions } from '../../catalog/dispositions.js';
import type { Form } from '../../catalog/forms.js';
import type { Entry } from '../Match.js';
import { gap } from './alignColumns.js';
import { alignedRow, columnsOf, type Columns } from './columnsOfPages.js';
import { alignRows, isBalancedRow, isForeign, type LooseRow, type Trust } from './alignRows.js';
import { doubtByColumns } from './doubtByColumns.js';
import { doubtfulRows, type Labelled } from './doubtfulRows.js';
import { groupsOf, type Group } from './groupsOf.js';
import { labelOf, type GroupLabel } from './labelOf.js';
import type { Layout } from './layoutOf.js';
import { spareAt } from './spareAt.js';
import { splitDigits } from './splitDigits.js';
import type { Token } from './Token.js';

const WIDTH = APPLICANT_COLUMNS.length;

const toEntry = (label: GroupLabel | null, cells: readonly Token[], explicit: boolean, ambiguous: boolean): Entry => ({
  spare: 'UNKNOWN',
  term: label?.term ?? null,
  label: label?.text ?? '',
  cells,
  explicit,
  ambiguous,
  headers: [],
});

/** Figures of a row run together in one word. */
function takeApart(cells: readonly Token[]): readonly Token[] {
  const [only] = cells;
  if (cells.length !== 1 || !only || !/^\d{7,}$/.test(only.text)) return cells;
  return splitDigits(only.text, WIDTH, true)?.map((text) => ({ ...only, text })) ?? cells;
}

function labelled(groups: readonly Group[], layout: Layout): Labelled[] {
  let used = 0;
  return groups.flatMap((group, at): Labelled[] => {
    if (group.cells.length === 0) return [];
    const before = group.before.slice(used);
    const label = labelOf(before, layout === 'WORDS' ? (groups[at + 1]?.before ?? []) : [], 'APPLICATIONS');
    used = label?.after ?? 0;
    return [{ group: { ...group, before }, label }];
  });
}

/** Whether figures of different lines stand below each other, and not where their lines begin. */
const areStacked = (cells: readonly Token[]): boolean =>
  cells.some((one) =>
    cells.some(
      (other) =>
        one.line < other.line &&
        one.extent !== null &&
        other.extent !== null &&
        Math.min(one.extent.start, other.extent.start) > 0 &&
        gap(one.extent, other.extent) === 0,
    ),
  );

interface Setting {
  readonly layout: Layout;
  readonly explicit: boolean;
  readonly columns: Columns;
  /** The cells told by places so far, and whether they add up to a total. */
  readonly placed: Map<Entry['cells'], boolean>;
}

/** The rows of one group of figures: one, or several whose labels stand elsewhere. */
function rowsOf(group: Group, label: GroupLabel | null, { layout, explicit, columns, placed }: Setting): LooseRow[] {
  const cells = takeApart(group.cells);
  const line = cells[0]?.line;
  const beside = layout === 'PIPES' ? group.before.slice(-1) : group.before.filter((word) => word.line === line);
  const foreign = label === null && layout !== 'CELLS' && beside.some(({ text }) => isForeign(text));
  const broken = layout === 'WORDS' && cells.some((cell) => cell.line !== line);
  const apart = broken || (layout === 'WORDS' && beside.length === 0);
  const where = { foreign, apart, broken };
  if (explicit && cells.length >= WIDTH) return [{ entry: toEntry(label, cells, true, false), ...where }];
  // Two rows of figures on one line are two tables side by side.
  const whole = layout === 'CELLS' ? cells.length % WIDTH === 0 : cells.length === WIDTH;
  const aligned = whole || label === null ? null : alignedRow(group, columns);
  if (aligned) placed.set(aligned.cells, aligned.proven);
  if (aligned) return [{ entry: toEntry(label, aligned.cells, true, false), ...where }];
  // Figures of no row are left over as well; a lone one is the number of a page.
  const leftOver = label !== null || (layout === 'WORDS' && cells.length > 1);
  if (!whole) return leftOver ? [{ entry: toEntry(label, cells, explicit, true), ...where }] : [];
  // Figures on lines of their own may be of several rows with blank cells, or parts of broken ones.
  if (apart && ((label && !isBalancedRow(cells)) || areStacked(cells)))
    return [{ entry: toEntry(label, cells, explicit, true), ...where }];
  const rows: LooseRow[] = [];
  for (let at = 0; at < cells.length; at += WIDTH)
    rows.push({ entry: toEntry(at === 0 ? label : null, cells.slice(at, at + WIDTH), false, false), ...where });
  return rows;
}

const TRUST: Record<Layout, Trust> = {
  WORDS: 'LINE',
  PIPES: 'ROW',
  TABS: 'ROW',
  TABBED: 'ROW',
  PARTED: 'ROW',
  CELLS: 'LOOSE',
};

/** The rows of section three in running text. */
export function applicationEntries(tokens: readonly Token[], layout: Layout, form: Form): Entry[] {
  const explicit = layout === 'PIPES' || tokens.some(({ kind }) => kind === 'blank');
  const groups = groupsOf(tokens, layout, WIDTH);
  const columns: Columns = layout === 'WORDS' ? columnsOf(groups) : new Map();
  const setting = { layout, explicit, columns, placed: new Map<Entry['cells'], boolean>() };
  const all = labelled(groups, layout);
  const doubtful = layout === 'WORDS' ? doubtfulRows(all, groups, columns, form) : new Set<Group>();
  const rows = all.flatMap(({ group, label }): LooseRow[] => {
    if (label === null && group.cells.every(({ kind }) => kind === 'blank')) return [];
    const own = rowsOf(group, label, setting);
    return doubtful.has(group) ? own.map((row) => ({ ...row, entry: { ...row.entry, ambiguous: true } })) : own;
  });
  const spare = layout === 'PIPES' ? spareAt(tokens) : 'UNKNOWN';
  const entries = alignRows(rows, printedDispositions(form), TRUST[layout]).map((entry) => ({ ...entry, spare }));
  return [...doubtByColumns(entries, setting.placed, form)];
}
