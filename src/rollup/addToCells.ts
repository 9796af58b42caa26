import type { EntityManager } from 'typeorm';
import type { Form, Section } from '../catalog/forms.js';
import { groupBy } from '../groupBy.js';
import { addFacts } from './addFacts.js';
import { cellArrays, cellRows } from './cellArrays.js';
import { COUNTS } from './computed.js';
import type { PackedFacts } from './PackedFacts.js';
import { type CellKey, cellKey } from './place.js';

/** A report that its cell does not count yet. */
export interface Addition {
  readonly cell: CellKey;
  readonly forms: Readonly<Record<Section, Form | null>>;
  readonly facts: PackedFacts;
}

interface StoredCell extends CellKey, PackedFacts {}

const SAME = `t.division_code = w.division_code and t.agency_kind = w.agency_kind and t.year = w.year and t.scope = w.scope`;

/** Arrays as texts: they are taken apart here, as in `readTotals`. */
const STORED = `
  select t.division_code as "divisionCode", t.agency_kind as "agencyKind", t.year, t.scope,
    t.facts::text as numbers, t.amounts::text as amounts
  from ${cellRows('w')}
  join total_cell as t on ${SAME}`;

const CHANGE = { facts: 'text', amounts: 'text', ...Object.fromEntries(COUNTS.map((count) => [count, 'integer'])) };

const ADD = `
  update total_cell as t
  set ${COUNTS.map((count) => `${count} = t.${count} + w.${count}`).join(', ')},
    facts = w.facts::smallint[], amounts = w.amounts::numeric[], version = pg_current_xact_id()::text::bigint
  from ${cellRows('w', CHANGE)}
  where ${SAME}`;

/** What some reports add to each of `COUNTS`: every one of them is counted. */
function countsOf(additions: readonly Addition[]): Readonly<Record<(typeof COUNTS)[number], number>> {
  const on = (section: Section, form: Form): number => additions.filter(({ forms }) => forms[section] === form).length;
  return {
    reports: additions.length,
    counted: additions.length,
    disclosures_2019: on('DISCLOSURES', 'FORM_2019'),
    disclosures_2021: on('DISCLOSURES', 'FORM_2021'),
    applications_2019: on('APPLICATIONS', 'FORM_2019'),
    applications_2021: on('APPLICATIONS', 'FORM_2021'),
  };
}

/**
 * Adds reports to the locked cells that count them. Exact, for sums of decimals are; and nobody else adds to a cell before
 * the one that holds its lock has committed.
 */
export async function addToCells(manager: EntityManager, additions: readonly Addition[]): Promise<void> {
  if (additions.length === 0) return;
  const groups = groupBy(additions, ({ cell }) => cellKey(cell));
  const cells = [...groups.values()].flatMap(([first]) => first?.cell ?? []);
  const stored = await manager.query<StoredCell[]>(STORED, cellArrays(cells));
  if (stored.length !== cells.length) throw new Error(`${cells.length - stored.length} locked cells are not there`);
  const changes = stored.map((cell) => {
    const added = groups.get(cellKey(cell)) ?? [];
    return { cell, counts: countsOf(added), ...addFacts([cell, ...added.map(({ facts }) => facts)]) };
  });
  await manager.query(ADD, [
    ...cellArrays(changes.map(({ cell }) => cell)),
    changes.map(({ numbers }) => numbers),
    changes.map(({ amounts }) => amounts),
    ...COUNTS.map((count) => changes.map(({ counts }) => counts[count])),
  ]);
}
