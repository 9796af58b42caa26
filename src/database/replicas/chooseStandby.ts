import type { Position } from './Position.js';
import { unfit } from './unfit.js';

/** What is known of a standby. */
export interface Standing {
  /** Where it was when it was last asked; null: it does not answer. */
  readonly position: Position | null;
  /** For how long it has answered each time (ms). */
  readonly wellFor: number;
  /** At least so long (ms) it has been behind the primary. */
  readonly lag: number;
}

export interface Situation {
  /** Cluster and database of the primary. */
  readonly identity: string;
  /** The version of the dataset that this process last read lies before this place in the log. */
  readonly seen: bigint;
  readonly primaryAnswers: boolean;
  /** The standby that is read from now; null: the primary is. */
  readonly current: Standing | null;
  /** A standby may be so far behind (ms). */
  readonly lagMs: number;
  /** One that failed has to answer for so long (ms) before it is trusted again. */
  readonly steadyMs: number;
}

/**
 * The standby to read from: the first that suits, so that each process has its own order and comes back to the one it
 * likes best; null: the primary. A process never goes back behind the version of the dataset that it last read.
 * While the primary does not answer nobody can be behind it.
 */
export function chooseStandby<One extends Standing>(standbys: readonly One[], situation: Situation): One | null {
  const { identity, seen, primaryAnswers, current, lagMs, steadyMs } = situation;
  const suits = (one: One): boolean =>
    one.position !== null &&
    unfit(one.position, identity) === null &&
    one.position.lsn >= seen &&
    (one === current || one.wellFor >= steadyMs) &&
    (one.lag <= lagMs || !primaryAnswers);
  return standbys.find(suits) ?? null;
}
