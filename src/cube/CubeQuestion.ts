import { MAX_GROUPS, MAX_GROUPS_TOGETHER } from '../queries/totals/page.js';
import type { TotalKind, TotalKinds } from '../totals/TotalsSource.js';
import type { QuestionOf } from '../totals/TotalsSource.js';
import type { Scope } from '../catalog/forms.js';
import type { Missing } from '../queries/totals/missing.js';
import type { AgencyStore } from './AgencyStore.js';
import type { Allowance } from './Allowance.js';
import type { Columns } from './Columns.js';
import { CubeRow } from './CubeRow.js';
import type { DivisionTree } from './DivisionTree.js';
import type { Figures } from './Figures.js';
import { FIGURES_OF, type FiguresOf } from './figuresOf.js';
import { Gathered } from './Gathered.js';
import { Groups } from './Groups.js';
import { Population } from './Population.js';
import { ReadyRows, type Room } from './ReadyRows.js';
import { RowOrder } from './RowOrder.js';
import type { Slice } from './Slice.js';
import type { SliceSums } from './SliceSums.js';

/** So many rows take a moment to be put in order, while nobody else is answered. */
const MAX_ROWS = 2 * MAX_GROUPS_TOGETHER;

/** What a question is answered from. */
export interface Stores {
  readonly tree: DivisionTree;
  readonly columns: Columns;
  readonly slices: SliceSums;
  readonly agencies: AgencyStore;
  readonly allowance: Allowance;
  readonly room: Room;
}

export type CubeRows<Kind extends TotalKind> = readonly CubeRow<TotalKinds[Kind]['code'], TotalKinds[Kind]['sum']>[];

/** A question put to the cube, of one state of it: what is the same wherever it stands is worked out once. */
export class CubeQuestion<Kind extends TotalKind> {
  readonly #population: Population;
  readonly #groups: Groups;
  readonly #order: RowOrder;
  readonly #figures: readonly (readonly [TotalKinds[Kind]['code'], Figures<TotalKinds[Kind]['sum']>])[];
  readonly #ready: ReadyRows<CubeRows<Kind>[number]>;

  constructor(
    private readonly stores: Stores,
    kind: Kind,
    private readonly question: QuestionOf<Kind>,
  ) {
    const { tree, columns, slices, allowance, room } = stores;
    const { selection, codes, page } = question;
    columns.reach(selection.dueYear);
    const gathered = new Gathered(slices, selection.scope, allowance);
    const population = new Population(columns, gathered, selection);
    this.#population = population;
    this.#groups = new Groups(tree, columns.span, population, selection);
    const figuresOf: FiguresOf[Kind] = FIGURES_OF[kind];
    this.#figures = codes.map((code) => [code, figuresOf(population, code)]);
    this.#order = new RowOrder(selection, page, codes);
    this.#ready = new ReadyRows(room);
  }

  /** How many active reports of a scope the groups of a root hold. */
  reports(root: string | null, scope: Scope): number {
    return this.#groups.of(root).reduce((sum, slice) => sum + this.#population.reports[scope].in(slice), 0);
  }

  /** The same rows each time: nobody may count them together with those of other roots. */
  readyRows(root: string | null): CubeRows<Kind> | null {
    return this.#ready.of(root, (place) => this.rows(place));
  }

  /**
   * The groups of a root on their page, each with every code asked; no more than an answer may hold. null: there are too
   * many to be put in order here.
   */
  rows(root: string | null): CubeRows<Kind> | null {
    const { page, selection } = this.question;
    const slices = this.#groups.of(root);
    const most = page.first ?? MAX_GROUPS;
    const isInOrder = page.order === 'NATURAL' && page.after === null;
    const count = slices.length * this.#figures.length;
    if (!isInOrder && count > MAX_ROWS) return null;
    const isByYear = selection.groupBy.includes('YEAR');
    const missingFrom = (slice: Slice): Missing => this.stores.agencies.missing(slice, selection.dueYear);
    const common = { root, order: this.#order, isByYear, groups: count, missingFrom, together: 0 };
    const all: CubeRow<TotalKinds[Kind]['code'], TotalKinds[Kind]['sum']>[] = [];
    for (const slice of isInOrder ? slices.slice(0, most) : slices)
      for (const [code, figures] of this.#figures) all.push(new CubeRow(common, slice, figures, code));
    const behind = isInOrder ? all : this.#order.behind(this.#order.sort(all), page.after);
    if (!isInOrder) common.groups = behind.length;
    const rows = behind.length > most ? behind.slice(0, most) : behind;
    common.together = rows.length;
    return rows;
  }
}
