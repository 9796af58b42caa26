import { ask, bodyOf } from './ask.js';
import { Child } from './Child.js';
import type { Contestant, Phrasing } from './contestants.js';
import type { Figure } from './figures.js';
import { type Metered, meteredLoad } from './meteredLoad.js';
import type { Material } from './programs.js';
import type { QuestionName } from './questions.js';
import { warmUp } from './warmUp.js';

export interface Asked {
  readonly question: QuestionName;
  readonly material: Material;
  /** Tells the processor time of the database so far (µs). */
  readonly postgres: () => Promise<number | null>;
}

interface Tried {
  readonly phrasing: Phrasing;
  /** Seconds for one answer, asked one at a time. */
  readonly seconds: number;
}

async function time(url: string, phrasing: Phrasing, question: QuestionName): Promise<Tried> {
  const asked = bodyOf(phrasing.query(question));
  await ask(url, asked);
  const since = performance.now();
  let times = 0;
  do {
    await ask(url, asked);
    times += 1;
  } while (performance.now() - since < 300);
  return { phrasing, seconds: (performance.now() - since) / times / 1000 };
}

/** The phrasing that is answered soonest. */
async function soonest(url: string, { phrasings }: Contestant, question: QuestionName): Promise<Tried> {
  const tried: Tried[] = [];
  for (const phrasing of phrasings) tried.push(await time(url, phrasing, question));
  const [best] = tried.sort((a, b) => a.seconds - b.seconds);
  if (!best) throw new Error('there is no way to ask');
  return best;
}

/** A contestant that answers one question, round by round. */
export class Entrant {
  readonly loads: Metered[] = [];

  private constructor(
    readonly contestant: Contestant,
    /** Its answer, and the figures in it. */
    readonly answer: string,
    readonly figures: readonly Figure[],
    private readonly child: Child,
    private readonly tried: Tried,
    private readonly asked: Asked,
  ) {}

  static async enter(contestant: Contestant, asked: Asked): Promise<Entrant> {
    const child = await Child.start(contestant, asked.material);
    try {
      const tried = await soonest(child.url, contestant, asked.question);
      const answer = await ask(child.url, bodyOf(tried.phrasing.query(asked.question)));
      return new Entrant(contestant, answer, tried.phrasing.figures(answer), child, tried, asked);
    } catch (error) {
      child.end();
      throw error;
    }
  }

  /** Loads it for some time, after it was warmed up. */
  async round(seconds: number): Promise<void> {
    const { child, asked, tried, loads } = this;
    const { connections } = asked.material;
    const body = bodyOf(tried.phrasing.query(asked.question));
    // What takes so long alone is answered to each connection once, in one round.
    const isSlow = tried.seconds * 3 > seconds;
    if (isSlow && loads.length > 0) return;
    if (!isSlow && loads.length === 0) await warmUp(child.url, body, connections);
    const until = isSlow ? { answers: connections } : { seconds };
    loads.push(await meteredLoad(child, asked.postgres, { bodies: [body], connections, until }));
  }

  leave(): void {
    this.child.end();
  }
}
