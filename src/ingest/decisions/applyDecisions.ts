import type { EntityManager } from 'typeorm';
import type { Prepared } from '../store/Prepared.js';
import type { ToStore } from '../store/ToStore.js';
import { type Decided, decide } from './decide.js';
import { decideFindings } from './decideFindings.js';
import { readDecisions } from './decisionLock.js';

function decided(report: Prepared, { identity, scope, placed }: Decided): Prepared {
  if (identity === report.identity && scope === null) return report;
  const settled = scope === null ? identity : { ...identity, scope, scopeBasis: 'DECISION' as const };
  return {
    ...report,
    identity: settled,
    findings: decideFindings(report.findings, settled, { division: placed, scope: scope !== null }),
  };
}

/** The reports as people decided them to be: whose they are and of which scope. */
export async function applyDecisions(manager: EntityManager, batch: readonly ToStore[]): Promise<ToStore[]> {
  await readDecisions(manager);
  const decisions = await decide(
    manager,
    batch.map(({ report: { source, reading, identity } }) => ({ sha256: source.sha256, reading, identity })),
  );
  return batch.map((one, index) => {
    const decision = decisions[index];
    return decision === undefined ? one : { ...one, report: decided(one.report, decision) };
  });
}
