import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import type { Division } from '../divisions/Division.js';
import type { GroupsAsked } from '../queries/totals/groups.js';
import { MAX_GROUPS, MAX_GROUPS_TOGETHER } from '../queries/totals/page.js';
import type { RankedRow, RankingAsked } from '../queries/totals/ranking.js';
import type { Rootless, Roots } from '../queries/totals/selection.js';
import type { Totals } from '../rollup/readTotals.js';
import type { QuestionOf, TotalKind, TotalKinds, TotalRow } from '../totals/TotalsSource.js';
import { CellStore } from './CellStore.js';
import { Columns } from './Columns.js';
import { CubeQuestion } from './CubeQuestion.js';
import { DivisionTree } from './DivisionTree.js';
import { rank } from './rank.js';

const keysOf = (roots: Roots): readonly (string | null)[] => (roots.of === 'DIVISION' ? roots.codes : [null]);

/** Questions that group by agency or stand in one: the cube knows no agency by itself. */
const isOfAgencies = ({ everyAgency, groupBy }: Rootless, of: Roots['of']): boolean =>
  everyAgency || of === 'AGENCY' || groupBy.includes('AGENCY');

/** So many codes of so many kinds of agency each: what is wider needs more columns than are kept. */
const MAX_WIDTH = 256;
const kindsOf = ({ kinds, groupBy }: Rootless): number =>
  kinds?.length ?? (groupBy.includes('AGENCY_KIND') ? AGENCY_KIND_CODES.length : 1);

/** The maintained totals in memory: answers what the statements of `queries/totals` answer, at once and alike. */
export class Cube {
  readonly #tree: DivisionTree;
  readonly #cells: CellStore;
  readonly #columns: Columns;
  readonly #byCode: ReadonlyMap<string, Division>;
  #questions = new WeakMap<object, unknown>();
  #generation = 0;
  #version = '';

  constructor(divisions: readonly Division[]) {
    this.#byCode = new Map(divisions.map((division) => [division.code, division]));
    this.#tree = new DivisionTree(divisions);
    this.#cells = new CellStore(this.#tree);
    this.#columns = new Columns(this.#tree, this.#cells);
  }

  /** The version of the dataset that it holds; empty before the first. */
  get version(): string {
    return this.#version;
  }

  /** Takes over what was read of the totals. @throws RangeError for a division that is not known */
  apply(totals: Totals): void {
    this.#columns.follow(this.#cells.apply(totals), totals.rosters.length > 0);
    this.#version = totals.version;
  }

  /** A question to be asked in places of one kind; null where the database has to say. The same object is known again. */
  ask<Kind extends TotalKind>(kind: Kind, of: Roots['of'], question: QuestionOf<Kind>): CubeQuestion<Kind> | null {
    const { selection, codes } = question;
    if (isOfAgencies(selection, of) || codes.length * kindsOf(selection) > MAX_WIDTH) return null;
    if (this.#generation !== this.#columns.generation) {
      this.#questions = new WeakMap();
      this.#generation = this.#columns.generation;
    }
    let asked = this.#questions.get(question) as CubeQuestion<Kind> | undefined;
    if (asked === undefined) {
      asked = new CubeQuestion(this.#tree, this.#columns, kind, question);
      this.#questions.set(question, asked);
    }
    return asked;
  }

  /** The groups of every root on their page, as the statements give them; null where the database has to say. */
  groups<Kind extends TotalKind>(
    kind: Kind,
    { selection: { roots, ...selection }, codes, page }: GroupsAsked<TotalKinds[Kind]['code']>,
  ): TotalRow<Kind>[] | null {
    const question = this.ask(kind, roots.of, { selection, codes, page });
    if (question === null) return null;
    const found = keysOf(roots).map((root) => question.rows(root));
    const together = found.reduce((sum, rows) => sum + rows.length, 0);
    for (const [row] of found) row?.countTogether(together);
    // Of too many only the first comes, to say so.
    return found.flatMap((rows) =>
      together > MAX_GROUPS_TOGETHER || (page.first === null && (rows[0]?.groups ?? 0) > MAX_GROUPS)
        ? rows.slice(0, 1)
        : rows,
    );
  }

  /** A page of a ranking of divisions; null where agencies are ranked. */
  ranking(asked: RankingAsked): RankedRow[] | null {
    const { selection, indicator } = asked;
    const page = { order: 'NATURAL', first: null, after: null } as const;
    const question = this.ask('indicators', 'ALL', { selection, codes: [indicator], page });
    return question && rank(this.#byCode, question.rows(null), asked);
  }
}
