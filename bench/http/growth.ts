import { ask, bodyOf } from './ask.js';
import { Child } from './Child.js';
import type { Contestant } from './contestants.js';
import type { BenchDatabase } from './databases.js';
import { markdownTable } from './markdownTable.js';
import { meteredLoad } from './meteredLoad.js';
import { percentile } from './percentile.js';
import { postgresWork } from './postgresWork.js';
import { QUESTION_NAMES, QUESTIONS } from './questions.js';
import { type Summary, summarize } from './summarize.js';

export interface Growth {
  readonly contestants: readonly Contestant[];
  /** The smaller first. */
  readonly databases: readonly [BenchDatabase, BenchDatabase];
  readonly connections: number;
  readonly seconds: number;
}

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

/** One contestant over both databases, question by question. */
async function compare(contestant: Contestant, asked: Growth): Promise<string[][]> {
  const { databases, connections } = asked;
  const places = [
    await open(contestant, databases[0], connections),
    await open(contestant, databases[1], connections),
  ] as const;
  const rows: string[][] = [];
  try {
    for (const question of QUESTION_NAMES) {
      const body = bodyOf(QUESTIONS[question]);
      for (const { child, rounds } of places) {
        rounds.length = 0;
        for (let times = 0; times < 20; times += 1) await ask(child.url, body);
      }
      for (let times = 0; times < ROUNDS; times += 1) for (const place of places) await round(place, body, asked);
      const medians = (of: (round: Summary) => number): [number, number] => [
        percentile(places[0].rounds.map(of), 0.5),
        percentile(places[1].rounds.map(of), 0.5),
      ];
      const [small, large] = medians(({ serverWork, databaseWork }) => serverWork + (databaseWork ?? 0));
      const [before, after] = medians(({ perSecond }) => perSecond);
      const growth = `${((large / small - 1) * 100).toFixed(1)} %`;
      const cells = [small, large, before, after].map((value) => value.toFixed(0));
      rows.push([`${contestant.name}, ${question}`, ...cells, growth]);
    }
  } finally {
    for (const { child } of places) child.end();
  }
  return rows;
}

/** By how much more work a question is where there are many more reports, but no more groups. */
export async function growth(asked: Growth): Promise<void> {
  const rows: string[][] = [];
  for (const contestant of asked.contestants) rows.push(...(await compare(contestant, asked)));
  const [small, large] = asked.databases.map(({ reports }) => reports.toLocaleString('en'));
  console.log(
    `\n### From ${small} to ${large} reports (medians of ${ROUNDS} rounds in turn; µs of server and PostgreSQL)\n`,
  );
  console.log(
    markdownTable(['', `µs at ${small}`, `µs at ${large}`, `req/s at ${small}`, `req/s at ${large}`, 'growth'], rows),
  );
}
