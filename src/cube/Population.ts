import type { Scope } from '../catalog/forms.js';
import type { Rootless } from '../queries/totals/selection.js';
import type { Gathered } from './Gathered.js';
import type { Measure, Part } from './Measure.js';
import type { Columns } from './Columns.js';
import { Measured } from './Measured.js';
import type { Slice } from './Slice.js';

const ACTIVE: Measure = { of: ['reports'], less: [] };
const EXPECTED: Measure = { of: ['expected'], less: [] };

/** The reports behind the figures of a question. */
export class Population {
  /** Active reports of each scope. */
  readonly reports: Readonly<Record<Scope, Measured>>;
  /** Reports whose figures are summed. */
  readonly counted: Measured;
  readonly #expected: Measured;

  constructor(
    private readonly columns: Columns,
    private readonly gathered: Gathered,
    private readonly selection: Rootless,
  ) {
    this.reports = {
      OWN: new Measured(columns, ACTIVE, 'OWN', null),
      CONSOLIDATED: new Measured(columns, ACTIVE, 'CONSOLIDATED', null),
    };
    this.counted = this.measured('counted');
    this.#expected = new Measured(columns, EXPECTED, 'OWN', null);
  }

  /** Parts less others, of the reports that are summed. */
  measured(of: Part | readonly Part[], less: readonly Part[] = []): Measured {
    return new Measured(this.columns, { of: [of].flat(), less }, this.selection.scope, this.gathered);
  }

  /** Agency-years on the roster, up to the year in which reports are due. */
  expected(slice: Slice): number {
    const { dueYear } = this.selection;
    return this.#expected.in(slice.to > dueYear ? slice.in(slice.from, dueYear) : slice);
  }

  /** The same as coverage has it: nothing is expected of consolidated reports. */
  expectedOfScope(slice: Slice): number | null {
    return this.selection.scope === 'OWN' ? this.expected(slice) : null;
  }

  otherScope(slice: Slice): number {
    return this.reports[this.selection.scope === 'OWN' ? 'CONSOLIDATED' : 'OWN'].in(slice);
  }
}
