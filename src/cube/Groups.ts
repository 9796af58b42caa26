import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import { DIVISION_LEVELS, type DivisionLevel } from '../catalog/divisionLevels.js';
import type { Rootless } from '../queries/totals/selection.js';
import { ALL_KINDS, type Span } from './Column.js';
import { DivisionTree, type LevelGroup, type RowNumber } from './DivisionTree.js';
import type { Population } from './Population.js';
import { Cut, Slice } from './Slice.js';

/** The parts, none within another, that a root and a filter have in common; null for everything. */
function partsOf(tree: DivisionTree, root: string | null, within: readonly string[] | null): readonly number[] | null {
  const number = root === null ? null : tree.numberOf(root);
  if (within === null) return number === null ? null : [number];
  const asked = [...new Set(within)].map((code) => tree.numberOf(code));
  const outermost = asked.filter((one) => !asked.some((other) => other !== one && tree.isWithin(one, other)));
  if (number === null) return outermost;
  return outermost.some((one) => tree.isWithin(number, one))
    ? [number]
    : outermost.filter((one) => tree.isWithin(one, number));
}

const levelOf = ({ groupBy }: Rootless): DivisionLevel | undefined =>
  groupBy.find((dimension): dimension is DivisionLevel => (DIVISION_LEVELS as readonly string[]).includes(dimension));

/** Likewise with a group of no code: of agencies of unknown division, or of all where no level is grouped by. */
type DivisionGroup = LevelGroup | { readonly code: null; readonly rows: readonly RowNumber[] };

/** The groups of divisions that a root falls into. */
function divisionGroups(tree: DivisionTree, selection: Rootless, root: string | null): readonly DivisionGroup[] {
  const parts = partsOf(tree, root, selection.within);
  const level = levelOf(selection);
  if (level === undefined) return [{ code: null, rows: parts ?? [tree.everything] }];
  const comparable = selection.scope === 'CONSOLIDATED';
  if (parts !== null) return DivisionTree.merge(parts.map((part) => tree.groupsOf(part, level, comparable)));
  const known = tree.groupsOf(tree.nation, level, comparable);
  return comparable ? known : [...known, { code: null, rows: [tree.unknown] }];
}

const EACH_KIND = AGENCY_KIND_CODES.map((_, number) => [number]);

/** The kinds of agency of each group: each of its own, or those asked together. */
function kindGroups({ kinds, groupBy }: Rootless): readonly (readonly number[])[] {
  const asked = kinds && [...new Set(kinds)].map((kind) => AGENCY_KIND_CODES.indexOf(kind)).sort((a, b) => a - b);
  if (groupBy.includes('AGENCY_KIND')) return asked?.map((kind) => [kind]) ?? EACH_KIND;
  return [asked ?? [ALL_KINDS]];
}

/** What groups are made of, wherever they are asked: the years and kinds of agency, and the reports. */
export class Groups {
  readonly #years: readonly Span[];
  readonly #kinds: readonly (readonly number[])[];
  readonly #isByKind: boolean;

  constructor(
    private readonly tree: DivisionTree,
    private readonly span: Span,
    private readonly population: Population,
    private readonly selection: Rootless,
  ) {
    const from = Math.max(selection.from ?? span.from, span.from);
    const to = Math.min(selection.to ?? span.to, span.to);
    this.#years = selection.groupBy.includes('YEAR')
      ? Array.from({ length: Math.max(0, to - from + 1) }, (_, year) => ({ from: from + year, to: from + year }))
      : [{ from, to }];
    this.#kinds = kindGroups(selection);
    this.#isByKind = selection.groupBy.includes('AGENCY_KIND');
  }

  /**
   * The groups of a root in natural order: a group is where an active report of either scope or an expected agency-year
   * is.
   */
  of(root: string | null): Slice[] {
    const cuts = this.#cuts(root);
    const slices: Slice[] = [];
    for (const { from, to } of this.#years)
      for (const cut of cuts) {
        const slice = new Slice(cut, from, to);
        if (this.#isThere(slice)) slices.push(slice);
      }
    return slices;
  }

  #cuts(root: string | null): readonly Cut[] {
    const cuts: Cut[] = [];
    for (const { code, rows } of divisionGroups(this.tree, this.selection, root))
      for (const kinds of this.#kinds) {
        const kind = this.#isByKind ? AGENCY_KIND_CODES[kinds[0] ?? -1] : null;
        cuts.push(new Cut(this.span, rows, kinds, code, kind ?? null));
      }
    return cuts;
  }

  #isThere(slice: Slice): boolean {
    const { reports } = this.population;
    return (
      this.selection.oneGroup ||
      reports.OWN.in(slice) > 0 ||
      reports.CONSOLIDATED.in(slice) > 0 ||
      this.population.expected(slice) > 0
    );
  }
}
