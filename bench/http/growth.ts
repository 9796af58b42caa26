import { bodyOf } from './ask.js';
import { Child } from './Child.js';
import type { Contestant } from './contestants.js';
import type { BenchDatabase } from './databases.js';
import { markdownTable } from './markdownTable.js';
import { meteredLoad } from './meteredLoad.js';
import { percentile } from './percentile.js';
import { postgresWork } from './postgresWork.js';
import { QUESTION_NAMES, QUESTIONS } from './questions.js';
import { type Summary, summarize } from './summarize.js';
import { warmUp } from './warmUp.js';

export interface Growth {
  readonly contestants: readonly Contestant[];
  /** The smaller first. */
  readonly databases: readonly [BenchDatabase, BenchDatabase];
  readonly connections: number;
  readonly seconds: number;
}

/** Answers have the same groups, but longer numbers. */
const MOST_GROWTH = 0.1;

/** So often each database is asked, in turn, so that whatever else the machine does falls on both. */
const ROUNDS = 7;

interface Place {
  readonly child: Child;
  readonly postgres: () => Promise<number | null>;
  readonly rounds: Summary[];
}

async function open(contestant: Contestant, { url }: BenchDatabase, connections: number): Promise<Place> {
  const child = await Child.start(contestant, { databaseUrl: url, connections, answer: '' });
  return { child, postgres: await postgresWork(url), rounds: [] };
}

async function round(
  { child, postgres, rounds }: Place,
  body: string,
  { connections, seconds }: Growth,
): Promise<void> {
  const asked = { bodies: [body], connections, until: { seconds: seconds / 2 } };
  rounds.push(summarize([await meteredLoad(child, postgres, asked)]));
}

interface Compared {
  readonly cells: readonly string[];
  /** All was answered without an error, for little more work. */
  readonly right: boolean;
}

/** A question to both places, by their rounds. */
function compared(name: string, [small, large]: readonly [Place, Place]): Compared {
  const medians = (of: (round: Summary) => number): [number, number] => [
    percentile(small.rounds.map(of), 0.5),
    percentile(large.rounds.map(of), 0.5),
  ];
  const [less, more] = medians(({ serverWork, databaseWork }) => serverWork + (databaseWork ?? 0));
  const [before, after] = medians(({ perSecond }) => perSecond);
  const errors = [...small.rounds, ...large.rounds].reduce((sum, round) => sum + round.errors, 0);
  const grown = more / less - 1;
  const numbers = [less, more, before, after].map((value) => value.toFixed(0));
  // A growth that is no number is of nothing that was answered.
  return {
    cells: [name, ...numbers, `${(grown * 100).toFixed(1)} %`, String(errors)],
    right: errors === 0 && grown < MOST_GROWTH,
  };
}

/** One contestant over both databases, question by question. */
async function compare(contestant: Contestant, asked: Growth): Promise<Compared[]> {
  const { databases, connections } = asked;
  const opened: Place[] = [];
  const rows: Compared[] = [];
  try {
    const small = await open(contestant, databases[0], connections);
    opened.push(small);
    const large = await open(contestant, databases[1], connections);
    opened.push(large);
    const places = [small, large] as const;
    for (const question of QUESTION_NAMES) {
      const body = bodyOf(QUESTIONS[question]);
      for (const { child, rounds } of places) {
        rounds.length = 0;
        await warmUp(child.url, body, connections);
      }
      for (let times = 0; times < ROUNDS; times += 1) for (const place of places) await round(place, body, asked);
      rows.push(compared(`${contestant.name}, ${question}`, places));
    }
  } finally {
    for (const { child } of opened) child.end();
  }
  return rows;
}

/**
 * By how much more work a question is where there are many more reports, but no more groups.
 * @returns false where it is a tenth or more, or an answer had errors or was none
 */
export async function growth(asked: Growth): Promise<boolean> {
  const rows: Compared[] = [];
  for (const contestant of asked.contestants) rows.push(...(await compare(contestant, asked)));
  const [small, large] = asked.databases.map(({ reports }) => reports.toLocaleString('en'));
  console.log(
    `\n### From ${small} to ${large} reports (medians of ${ROUNDS} rounds in turn; µs of server and PostgreSQL)\n`,
  );
  console.log(
    markdownTable(
      ['', `µs at ${small}`, `µs at ${large}`, `req/s at ${small}`, `req/s at ${large}`, 'growth', 'errors'],
      rows.map(({ cells }) => cells),
    ),
  );
  const right = rows.every((row) => row.right);
  if (!right) console.log(`\nIT GROWS by ${MOST_GROWTH * 100} % or more, or there were errors.`);
  return right;
}
