import { SCOPES } from '../catalog/forms.js';
import type { Division } from '../divisions/Division.js';
import type { GroupsAsked } from '../queries/totals/groupRows.js';
import { MAX_GROUPS, MAX_GROUPS_TOGETHER } from '../queries/totals/page.js';
import type { RankedRow, RankingAsked } from '../queries/totals/RankedRow.js';
import type { Rootless, Roots } from '../queries/totals/selection.js';
import type { Totals } from '../rollup/readTotals.js';
import type { TotalsRoot } from '../totals/TotalsQuestion.js';
import type { QuestionOf, ReportsCounted, TotalKind, TotalKinds, TotalRow } from '../totals/TotalsSource.js';
import { AgencyStore } from './AgencyStore.js';
import { Allowance } from './Allowance.js';
import { CellStore } from './CellStore.js';
import { Columns } from './Columns.js';
import { CubeQuestion, type CubeRows, type Stores } from './CubeQuestion.js';
import { DivisionTree } from './DivisionTree.js';
import { rank } from './rank.js';
import { Room } from './ReadyRows.js';
import { SliceSums } from './SliceSums.js';

const keysOf = (roots: Roots): readonly (string | null)[] => (roots.of === 'DIVISION' ? roots.codes : [null]);

/** Questions that group by agency or stand in one: the cube knows no agency by itself. */
const isOfAgencies = ({ everyAgency, groupBy }: Rootless, of: Roots['of']): boolean =>
  everyAgency || of === 'AGENCY' || groupBy.includes('AGENCY');

/**
 * Columns that are added up in a second at most: each takes some milliseconds and a quarter of a megabyte of a nation. What
 * questions need beyond is gathered from the cells.
 */
const ALLOWED = 64;
/** All groups, in their order. */
const ALL = { order: 'NATURAL', first: null, after: null } as const;
/** Rows of questions that are kept ready; each takes some hundred bytes. */
const READY_ROWS = 200_000;

/** The maintained totals in memory: answers what the statements of `queries/totals` answer, at once and alike. */
export class Cube {
  readonly #cells: CellStore;
  readonly #stores: Stores;
  readonly #byCode: ReadonlyMap<string, Division>;
  #questions = new WeakMap<object, unknown>();
  #generation = 0;
  #version = '';

  /** @param allowed columns that are added up in a second at most */
  constructor(divisions: readonly Division[], allowed = ALLOWED) {
    this.#byCode = new Map(divisions.map((division) => [division.code, division]));
    const tree = new DivisionTree(divisions);
    this.#cells = new CellStore(tree);
    const columns = new Columns(tree, this.#cells);
    this.#stores = {
      tree,
      columns,
      slices: new SliceSums(tree, this.#cells, columns),
      agencies: new AgencyStore(tree),
      allowance: new Allowance(allowed),
      room: new Room(READY_ROWS),
    };
  }

  /** The version of the dataset that it holds; empty before the first. */
  get version(): string {
    return this.#version;
  }

  /** Takes over what was read of the totals. @throws RangeError for a division that is not known */
  apply(totals: Totals): void {
    const { columns, slices, agencies } = this.#stores;
    columns.follow(this.#cells.apply(totals), totals.rosters.length > 0);
    slices.clear();
    agencies.apply(totals);
    this.#version = totals.version;
  }

  /** A question to be asked in places of one kind; null where the database has to say. The same object is known again. */
  ask<Kind extends TotalKind>(kind: Kind, of: Roots['of'], question: QuestionOf<Kind>): CubeQuestion<Kind> | null {
    if (isOfAgencies(question.selection, of)) return null;
    const { columns, room } = this.#stores;
    const { generation } = columns;
    if (this.#generation !== generation) {
      this.#questions = new WeakMap();
      room.clear();
      this.#generation = generation;
    }
    let asked = this.#questions.get(question) as CubeQuestion<Kind> | undefined;
    if (asked === undefined) {
      asked = new CubeQuestion(this.#stores, kind, question);
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
    const found: CubeRows<Kind>[] = [];
    for (const root of keysOf(roots)) {
      const rows = question.rows(root);
      if (rows === null) return null;
      found.push(rows);
    }
    const together = found.reduce((sum, rows) => sum + rows.length, 0);
    for (const [row] of found) row?.countTogether(together);
    // Of too many only the first comes, to say so.
    return found.flatMap((rows) =>
      together > MAX_GROUPS_TOGETHER || (page.first === null && (rows[0]?.groups ?? 0) > MAX_GROUPS)
        ? rows.slice(0, 1)
        : rows,
    );
  }

  /** How many active reports there are in a place; null where the database has to count. */
  reports({ of, key }: TotalsRoot, { scope, ...wanted }: ReportsCounted): number | null {
    const selection: Rootless = {
      ...wanted,
      kinds: null,
      scope: 'OWN',
      groupBy: [],
      oneGroup: true,
      everyAgency: false,
      dueYear: 0,
    };
    const question = this.ask('reviews', of, { selection, codes: [], page: ALL });
    const scopes = scope === null ? SCOPES : [scope];
    return question && scopes.map((one) => question.reports(key, one)).reduce((sum, count) => sum + count, 0);
  }

  /** A page of a ranking of divisions; null where agencies are ranked. */
  ranking(asked: RankingAsked): RankedRow[] | null {
    const { selection, indicator } = asked;
    const question = this.ask('indicators', 'ALL', { selection, codes: [indicator], page: ALL });
    const rows = question?.rows(null) ?? null;
    return rows && rank(this.#byCode, rows, asked);
  }
}
