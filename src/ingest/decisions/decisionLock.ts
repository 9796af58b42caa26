import type { EntityManager } from 'typeorm';

/** Those who store share it, those who decide hold it alone: no report goes by a decision that is being made. */
const DECISION_LOCK = 20_190_515;

/** Held until the transaction ends. */
export const readDecisions = async (manager: EntityManager): Promise<void> => {
  await manager.query('select pg_advisory_xact_lock_shared($1)', [DECISION_LOCK]);
};

/** Held until the transaction ends. */
export const makeDecisions = async (manager: EntityManager): Promise<void> => {
  await manager.query('select pg_advisory_xact_lock($1)', [DECISION_LOCK]);
};
