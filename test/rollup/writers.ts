import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import { store } from '../harness/store.js';
import type { Changed } from '../../src/rollup/Changed.js';
import { rollUp } from '../../src/rollup/rollUp.js';
import { buildReport } from '../harness/buildReport.js';

/** Few places, so that writers meet in the same cells. */
const DIVISIONS = ['411300', '411302', null] as const;
const AGENCIES = ['甲', '乙', '丙', '丁'] as const;

const agency = fc.record({ agency: fc.constantFrom(...AGENCIES), division: fc.constantFrom(...DIVISIONS) });

/** What a writer does in one transaction. */
export type Step =
  | {
      readonly does: 'store';
      readonly agency: string;
      readonly division: string | null;
      readonly year: number;
      readonly scope: 'OWN' | 'CONSOLIDATED';
      readonly received: number | 'BLANK' | 'ABSENT';
    }
  | {
      readonly does: 'move' | 'withdraw' | 'remove' | 'close';
      readonly agency: string;
      readonly division: string | null;
      readonly to: string | null;
      readonly ends: 'commit' | 'rollback' | 'crash';
    };

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({
        year: fc.integer({ min: 2019, max: 2021 }),
        scope: fc.constantFrom('OWN' as const, 'CONSOLIDATED' as const),
        received: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('BLANK' as const, 'ABSENT' as const)),
      })
      .chain((rest) => agency.map((of): Step => ({ does: 'store', ...of, ...rest }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        does: fc.constantFrom('move' as const, 'withdraw' as const, 'remove' as const, 'close' as const),
        to: fc.constantFrom(...DIVISIONS),
        ends: fc.constantFrom('commit' as const, 'commit' as const, 'rollback' as const, 'crash' as const),
      })
      .chain((rest) => agency.map((of): Step => ({ ...of, ...rest }))),
  },
);

const kindOf = (name: string): 'GOVERNMENT' | 'DEPARTMENT' =>
  name === '甲' || name === '乙' ? 'GOVERNMENT' : 'DEPARTMENT';
const SITE = 'example.gov.cn';

/** Each on its own what a decision does to an agency's rows. */
const ACTIONS: Readonly<Record<Exclude<Step['does'], 'store'>, readonly [sql: string, takesTo: boolean][]>> = {
  // To where no agency of that name is, as merging would be: the unique keys forbid two.
  move: [
    [
      `update agency as a set division_code = $2::text, site = '${SITE}'
       where a.id = $1 and not exists (
         select from agency as b where b.normalized_name = a.normalized_name and b.division_code is not distinct from $2::text)`,
      true,
    ],
  ],
  withdraw: [['update annual_report set active = false where agency_id = $1', false]],
  remove: [
    ['delete from annual_report where agency_id = $1', false],
    ['delete from agency where id = $1', false],
  ],
  close: [['update agency set last_year = greatest(first_year, 2020) where id = $1', false]],
};

class Rollback extends Error {}

async function act(manager: EntityManager, step: Exclude<Step, { does: 'store' }>): Promise<void> {
  const agencies = await manager.query<{ id: number }[]>(
    'select a.id from agency as a where a.normalized_name = $1 and a.division_code is not distinct from $2 for update',
    [step.agency, step.division],
  );
  for (const { id } of agencies) {
    const changed = await manager.query<Changed[]>(
      'select distinct r.agency_id as "agencyId", r.year, r.scope from annual_report as r where r.agency_id = $1',
      [id],
    );
    for (const [sql, takesTo] of ACTIONS[step.does]) await manager.query(sql, takesTo ? [id, step.to] : [id]);
    await rollUp(manager, changed);
  }
  if (step.ends === 'rollback') throw new Rollback();
  if (step.ends === 'crash') await manager.query('select pg_terminate_backend(pg_backend_pid())');
}

/** Runs a step; what it ends in otherwise than meant is thrown. */
export async function take(db: DataSource, step: Step): Promise<void> {
  if (step.does === 'store') {
    const { agency, division, year, scope, received } = step;
    const figures = { 'APPLICATIONS/RECEIVED/TOTAL': received, 'APPLICATIONS/TOTAL_HANDLED/TOTAL': 3 };
    const report = buildReport({
      ...{ agency, division, site: division === null ? SITE : null, year, scope, figures, kind: kindOf(agency) },
    });
    await store(db, report, { sample: false });
    return;
  }
  try {
    await db.transaction((manager) => act(manager, step));
  } catch (error) {
    const isMeant =
      error instanceof Rollback ||
      (step.ends === 'crash' && /terminat|Connection|released/i.test(String(error))) ||
      // Another writer has made an agency of that name there since it was looked for.
      (step.does === 'move' && String(error).includes('duplicate key value violates unique constraint "agency_'));
    if (!isMeant) throw error;
  }
}
