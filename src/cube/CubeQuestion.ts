import { MAX_GROUPS } from '../queries/totals/page.js';
import type { TotalKind, TotalKinds } from '../totals/TotalsSource.js';
import type { QuestionOf } from '../totals/TotalsSource.js';
import type { Columns } from './Columns.js';
import { CubeRow } from './CubeRow.js';
import type { DivisionTree } from './DivisionTree.js';
import type { Figures } from './Figures.js';
import { FIGURES_OF, type FiguresOf } from './figuresOf.js';
import { Groups } from './Groups.js';
import { Population } from './Population.js';
import { RowOrder } from './RowOrder.js';

/** A question put to the cube, of one state of it: what is the same wherever it stands is worked out once. */
export class CubeQuestion<Kind extends TotalKind> {
  readonly #groups: Groups;
  readonly #order: RowOrder;
  readonly #figures: readonly (readonly [TotalKinds[Kind]['code'], Figures<TotalKinds[Kind]['sum']>])[];

  constructor(
    tree: DivisionTree,
    columns: Columns,
    kind: Kind,
    private readonly question: QuestionOf<Kind>,
  ) {
    const { selection, codes, page } = question;
    columns.reach(selection.dueYear);
    const population = new Population(columns, selection);
    this.#groups = new Groups(tree, columns.span, population, selection);
    const figuresOf: FiguresOf[Kind] = FIGURES_OF[kind];
    this.#figures = codes.map((code) => [code, figuresOf(population, code)]);
    this.#order = new RowOrder(selection, page, codes);
  }

  /** The groups of a root on their page, each with every code asked; no more than an answer may hold. */
  rows(root: string | null): readonly CubeRow<TotalKinds[Kind]['code'], TotalKinds[Kind]['sum']>[] {
    const { page, selection } = this.question;
    const isByYear = selection.groupBy.includes('YEAR');
    const common = { root, order: this.#order, isByYear, groups: 0, together: 0 };
    const all: CubeRow<TotalKinds[Kind]['code'], TotalKinds[Kind]['sum']>[] = [];
    for (const slice of this.#groups.of(root))
      for (const [code, figures] of this.#figures) all.push(new CubeRow(common, slice, figures, code));
    const behind = this.#order.behind(this.#order.sort(all), page.after);
    common.groups = behind.length;
    const most = page.first ?? MAX_GROUPS;
    const rows = behind.length > most ? behind.slice(0, most) : behind;
    common.together = rows.length;
    return rows;
  }
}
