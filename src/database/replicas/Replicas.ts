import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../../errors.js';
import { log } from '../../log.js';
import { chooseStandby } from './chooseStandby.js';
import type { Member } from './Member.js';
import type { Position } from './Position.js';
import { unfit } from './unfit.js';
import { type Mark, Watched } from './Watched.js';

export interface ReplicaTiming {
  /** A standby that is further behind the primary (ms) is left out. */
  readonly lagMs: number;
  /** How often all are asked how far they have come (ms). */
  readonly roundMs: number;
  /** One that failed is taken back when it has answered for so long (ms). */
  readonly steadyMs: number;
}

/**
 * Where this process reads: from one standby at a time, else from the primary. Standbys that die, lag or belong to
 * another database are left out, and come back. Whoever is read next has the version of the dataset that was last read.
 */
export class Replicas {
  readonly #standbys: readonly Watched[];
  #chosen: Watched | null = null;
  #identity = '';
  /** What was read as the dataset's version, and where in the log the primary or standby was when it was first read. */
  #seen = { version: '', lsn: 0n };
  #mark: Mark | null = null;
  #primaryAnswers = true;
  #epoch = 0;
  readonly #stopping = new AbortController();
  #rounds: Promise<void> = Promise.resolve();

  /** @param standbys in the order in which this process likes them */
  constructor(
    private readonly primary: Member,
    standbys: readonly Member[],
    private readonly timing: ReplicaTiming,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#standbys = standbys.map((member) => new Watched(member, now));
  }

  /** Where to read now. */
  get current(): Member {
    return this.#chosen?.member ?? this.primary;
  }

  /** Counts the changes of `current`. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Looks at all of them, and from then on again and again. @throws where the primary cannot be asked */
  async start(): Promise<void> {
    const { identity, version, lsn } = await this.primary.read();
    this.#identity = identity;
    // What was stored before this process started is in its first answer.
    this.#seen = { version, lsn };
    await this.#round();
    this.#rounds = this.#goOn();
  }

  /** Looks at none of them from now on. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#rounds;
  }

  /**
   * Notes what was read somewhere as the version of the dataset.
   * @returns false where it says nothing of what is read next: that comes from elsewhere by now
   */
  saw(member: Member, { version, lsn, standby }: Position): boolean {
    if (member !== this.current) return false;
    // One that was set up anew from an older copy, or was made a primary.
    if (this.#chosen !== null && (lsn < this.#seen.lsn || !standby)) {
      this.lost(member, 'it is not what it was');
      return false;
    }
    if (version !== this.#seen.version) this.#seen = { version, lsn };
    return true;
  }

  /** Notes that one could not be asked. @returns whether to ask again, since another is read from now */
  lost(member: Member, why: unknown): boolean {
    if (member === this.primary) return this.current !== this.primary;
    const standby = this.#standbys.find((one) => one.member === member);
    if (standby !== undefined && standby === this.#chosen) {
      standby.failed();
      log.warn('replica.lost', { replica: member.name, reason: messageOf(why) });
      this.#choose();
    }
    return true;
  }

  async #goOn(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await delay(this.timing.roundMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await this.#round();
    }
  }

  async #round(): Promise<void> {
    await Promise.all([this.#askPrimary(), ...this.#standbys.map((standby) => this.#ask(standby))]);
    if (this.#mark !== null) for (const standby of this.#standbys) standby.compare(this.#mark);
    if (!this.#stopping.signal.aborted) this.#choose();
  }

  async #askPrimary(): Promise<void> {
    try {
      const { version, lsn, identity } = await this.primary.read();
      this.#primaryAnswers = true;
      this.#identity = identity;
      if (version !== this.#mark?.version) this.#mark = { version, lsn, at: this.now() };
    } catch (error) {
      if (this.#primaryAnswers) log.error('primary.lost', { primary: this.primary.name, reason: messageOf(error) });
      this.#primaryAnswers = false;
    }
  }

  async #ask(standby: Watched): Promise<void> {
    const { name } = standby.member;
    try {
      const position = await standby.member.read();
      const reason = unfit(position, this.#identity);
      if (reason !== null && reason !== standby.refusal) log.error('replica.refused', { replica: name, reason });
      standby.answered(position, reason);
    } catch (error) {
      if (standby.position !== null) log.warn('replica.lost', { replica: name, reason: messageOf(error) });
      standby.failed();
    }
  }

  #choose(): void {
    const before = this.#chosen;
    const chosen = chooseStandby(this.#standbys, {
      identity: this.#identity,
      seen: this.#seen.lsn,
      primaryAnswers: this.#primaryAnswers,
      current: before,
      lagMs: this.timing.lagMs,
      steadyMs: this.timing.steadyMs,
    });
    if (chosen === before) return;
    this.#chosen = chosen;
    this.#epoch += 1;
    if (before !== null && before.lag > this.timing.lagMs)
      log.warn('replica.lags', { replica: before.member.name, seconds: Math.round(before.lag / 1000) });
    if (chosen === null) log.warn('reading.from.primary', { primary: this.primary.name });
    else log.info('reading.from.replica', { replica: chosen.member.name });
  }
}
