import pg from 'pg';
import { Child } from '../http/Child.js';
import { GONGKAI } from '../http/contestants.js';
import { load } from '../http/load.js';
import { markdownTable } from '../http/markdownTable.js';
import { bodyOf } from '../http/ask.js';
import { meteredLoad } from '../http/meteredLoad.js';
import { postgresWork } from '../http/postgresWork.js';
import { type Summary, summarize } from '../http/summarize.js';
import { explain, largeTables } from './plans.js';
import { type DetailQuestion, detailQuestions } from './questions.js';
import { statementsOf } from './statementsOf.js';

export interface DetailsAsked {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly seconds: number;
  /** Whether every statement and its plan is printed, or only what was found in them. */
  readonly plans: boolean;
}

/** Of every answer one in a hundred may take longer than this (ms), over so few connections that the machine has time left. */
const MOST_P99 = 100;
const UNHURRIED = [1, 4];

const bodiesOf = ({ query, variants }: DetailQuestion): string[] => variants.map((variant) => bodyOf(query, variant));

/** Loads a server with each question over 1, 4 and that many connections; false where p99 or an answer was bad. */
async function time(questions: readonly DetailQuestion[], asked: DetailsAsked): Promise<boolean> {
  const { databaseUrl, connections, seconds } = asked;
  const child = await Child.start(GONGKAI, { databaseUrl, connections, answer: '' });
  const postgres = await postgresWork(databaseUrl);
  const levels = [...new Set([...UNHURRIED, connections])];
  const rows: string[][] = [];
  const slow = new Set<string>();
  try {
    for (const question of questions) {
      const bodies = bodiesOf(question);
      await load({ url: child.url, bodies, connections: 4, until: { seconds: 1 } });
      const done: Summary[] = [];
      for (const level of levels) {
        const until = { seconds: seconds / levels.length };
        done.push(summarize([await meteredLoad(child, postgres, { bodies, connections: level, until })]));
      }
      const [first] = done;
      rows.push([
        question.name,
        first?.serverWork.toFixed(0) ?? '',
        first?.databaseWork?.toFixed(0) ?? '',
        ...done.flatMap(({ perSecond, p50, p99 }) => [perSecond.toFixed(0), `${p50.toFixed(1)} / ${p99.toFixed(1)}`]),
        String(done.reduce((sum, { errors }) => sum + errors, 0)),
      ]);
      const isSlow = done.some(({ p99 }, at) => UNHURRIED.includes(levels[at] ?? 0) && p99 >= MOST_P99);
      if (isSlow || done.some(({ errors }) => errors > 0)) slow.add(question.name);
    }
  } finally {
    child.end();
  }
  const head = [
    '',
    'µs server',
    'µs PostgreSQL',
    ...levels.flatMap((level) => [`req/s at ${level}`, 'p50 / p99 ms']),
    'errors',
  ];
  console.log(`\n### Details, at ${levels.join(', ')} connections\n`);
  console.log(markdownTable(head, rows));
  const few = `over ${UNHURRIED.join(' and ')} connections`;
  console.log(
    slow.size === 0
      ? `\nEvery p99 ${few} is under ${MOST_P99} ms.`
      : `\nNOT UNDER ${MOST_P99} ms ${few} at p99, or with errors: ${[...slow].join('; ')}.`,
  );
  return slow.size === 0;
}

/** Explains each statement of one variant of each question; false where a large table was scanned. */
async function showPlans(
  client: pg.Client,
  questions: readonly DetailQuestion[],
  asked: DetailsAsked,
): Promise<boolean> {
  const large = await largeTables(client);
  const statements = await statementsOf(
    asked.databaseUrl,
    questions.map((question) => bodiesOf(question)[0] ?? ''),
  );
  const rows: string[][] = [];
  const shown: string[] = [];
  for (const [at, { name }] of questions.entries())
    for (const [number, statement] of (statements[at] ?? []).entries()) {
      const plan = await explain(client, statement, large);
      rows.push([`${name}, ${number + 1}`, plan.milliseconds.toFixed(1), plan.scans.join(', ') || 'none']);
      shown.push(`#### ${name}, ${number + 1}\n\n\`\`\`\n${statement.text.trim()}\n\n${plan.lines}\n\`\`\`\n`);
    }
  const scanned = rows.filter(([, , scans]) => scans !== 'none');
  console.log(`\n### Their statements, explained\n`);
  console.log(markdownTable(['statement', 'ms', 'sequential scans of large tables'], rows));
  console.log(
    scanned.length === 0
      ? `\nNo statement scans a large table (${[...large].sort().join(', ')}).`
      : `\nLARGE TABLES ARE SCANNED by ${scanned.length} statements.`,
  );
  if (asked.plans) console.log(`\n${shown.join('\n')}`);
  return scanned.length === 0;
}

/** How soon questions about single reports, agencies and findings are answered, and by which plans. */
export async function details(asked: DetailsAsked): Promise<boolean> {
  const client = new pg.Client({ connectionString: asked.databaseUrl });
  await client.connect();
  try {
    const questions = await detailQuestions(client);
    const soon = await time(questions, asked);
    return (await showPlans(client, questions, asked)) && soon;
  } finally {
    await client.end();
  }
}
