import { isDeepStrictEqual } from 'node:util';
import { BARE, CONTESTANTS, type Contestant, POSTGRAPHILE_TOTALS } from './contestants.js';
import { markdownTable } from './markdownTable.js';
import { Entrant } from './Entrant.js';
import { QUESTION_NAMES, type QuestionName } from './questions.js';
import { type Summary, summarize } from './summarize.js';
import { untilIdle } from './untilIdle.js';

export interface Comparison {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly seconds: number;
  /** Names of those that take part beside the first; all where it is undefined. */
  readonly only: readonly string[] | undefined;
  readonly postgres: () => Promise<number | null>;
}

/** So often each is loaded, in turn, so that whatever else the machine does falls on all. */
const ROUNDS = 3;

/** How a contestant did with a question. */
interface Measured extends Summary, Pick<Entrant, 'contestant' | 'answer' | 'figures'> {}

const HEAD = ['', 'req/s', 'p50 ms', 'p99 ms', 'µs server', 'µs PostgreSQL', '× (b)', 'of bare', 'errors'];

const ratio = (one: Measured, other: Measured | undefined): string =>
  other === undefined ? '' : (one.perSecond / other.perSecond).toPrecision(2).replace(/e.*/u, '');

function rowOf(one: Measured, all: readonly Measured[]): string[] {
  const of = (contestant: Contestant): Measured | undefined => all.find((other) => other.contestant === contestant);
  return [
    one.contestant.name,
    one.perSecond.toFixed(one.perSecond < 10 ? 1 : 0),
    one.p50.toFixed(1),
    one.p99.toFixed(1),
    one.serverWork.toFixed(0),
    one.databaseWork?.toFixed(0) ?? '',
    ratio(one, of(POSTGRAPHILE_TOTALS)),
    ratio(one, of(BARE)),
    String(one.errors),
  ];
}

async function compareOne(question: QuestionName, comparison: Comparison): Promise<Measured[]> {
  const { databaseUrl, connections, seconds, only, postgres } = comparison;
  const entrants: Entrant[] = [];
  try {
    for (const contestant of CONTESTANTS) {
      const [first] = entrants;
      if (first && only && !only.some((part) => contestant.name.includes(part))) continue;
      const material = { databaseUrl, connections, answer: first?.answer ?? '' };
      entrants.push(await Entrant.enter(contestant, { question, material, postgres }));
    }
    for (let round = 0; round < ROUNDS; round += 1)
      for (const entrant of entrants) {
        await untilIdle(databaseUrl);
        await entrant.round(seconds / ROUNDS);
      }
    return entrants.map(({ contestant, answer, figures, loads }) => ({
      contestant,
      answer,
      figures,
      ...summarize(loads),
    }));
  } finally {
    for (const entrant of entrants) entrant.leave();
  }
}

/** Of a contestant: req/s, p50 and p99 of each question. */
const summary = (contestant: Contestant, measured: readonly Measured[]): string[] => [
  contestant.name,
  ...measured
    .filter((one) => one.contestant === contestant)
    .flatMap(({ perSecond, p50, p99 }) => [
      perSecond.toFixed(perSecond < 10 ? 1 : 0),
      `${p50.toFixed(1)} / ${p99.toFixed(1)}`,
    ]),
];

/** Asks all contestants both questions; false where an answer differed or was none. */
export async function compareTotals(comparison: Comparison): Promise<boolean> {
  const all: Measured[] = [];
  let right = true;
  for (const question of QUESTION_NAMES) {
    const done = await compareOne(question, comparison);
    const figures = done[0]?.figures ?? [];
    const different = done.filter((one) => !isDeepStrictEqual(one.figures, figures));
    console.log(`\n### ${question}: ${figures.length} groups, ${Buffer.byteLength(done[0]?.answer ?? '')} bytes\n`);
    console.log(
      markdownTable(
        HEAD,
        done.map((one) => rowOf(one, done)),
      ),
    );
    console.log(
      different.length === 0
        ? '\nAll figures are equal.'
        : `\nTHE FIGURES DIFFER: ${different.map(({ contestant }) => contestant.name).join(', ')}`,
    );
    right &&= figures.length > 0 && different.length === 0 && done.every(({ errors }) => errors === 0);
    all.push(...done);
  }
  const took = CONTESTANTS.filter((contestant) => all.some((one) => one.contestant === contestant));
  const head = ['', ...QUESTION_NAMES.flatMap((question) => [`${question} req/s`, 'p50 / p99 ms'])];
  console.log('\n### In short\n');
  console.log(
    markdownTable(
      head,
      took.map((contestant) => summary(contestant, all)),
    ),
  );
  return right;
}
