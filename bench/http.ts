import { parseArgs } from 'node:util';
import { CONTESTANTS, type Contestant } from './http/contestants.js';
import { measure, type Measured } from './http/measure.js';
import { QUESTIONS, type QuestionName } from './http/questions.js';
import { sampleDatabase } from './http/sampleDatabase.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string', multiple: true },
  },
});
const seconds = Number(values.seconds);
const connections = Number(values.connections);

/** The first gives the answer that the others are compared with. */
const contestants = (Object.keys(CONTESTANTS) as Contestant[]).filter(
  (name, index) => index === 0 || values.only === undefined || values.only.includes(name),
);

const given = process.env['DATABASE_URL'];
const database = given ? { url: given, close: () => Promise.resolve() } : await sampleDatabase();

const row = (
  { contestant, requestsPerSecond, work, p50, p99, errors }: Measured,
  bare: number,
  stock: number,
): string =>
  [
    contestant.padEnd(30),
    requestsPerSecond.toFixed(1).padStart(9),
    work.toFixed(0).padStart(8),
    p50.toFixed(1).padStart(8),
    p99.toFixed(1).padStart(8),
    (requestsPerSecond / bare).toFixed(2).padStart(8),
    (requestsPerSecond / stock).toFixed(2).padStart(8),
    String(errors).padStart(7),
  ].join(' ');

const compare = async (name: QuestionName): Promise<boolean> => {
  const query = QUESTIONS[name];
  const done: Measured[] = [];
  let answer = '';
  for (const contestant of contestants) {
    const measured = await measure(contestant, { databaseUrl: database.url, answer }, { query, connections, seconds });
    if (answer === '') answer = measured.body;
    done.push(measured);
  }
  const of = (contestant: Contestant): number =>
    done.find((measured) => measured.contestant === contestant)?.requestsPerSecond ?? 0;
  const same = done.every(({ body }) => body === answer);
  console.log(`\n${name}: ${Buffer.byteLength(answer)} bytes, ${connections} connections, ${seconds} s each`);
  console.log(`${''.padEnd(30)}     req/s  µs each   p50 ms   p99 ms  to bare to stock  errors`);
  for (const measured of done) console.log(row(measured, of('bare node:http'), of('stock Apollo Server, constant')));
  console.log(same ? 'all answers are equal' : 'THE ANSWERS DIFFER');
  return same && done.every(({ errors }) => errors === 0);
};

try {
  for (const name of Object.keys(QUESTIONS) as QuestionName[]) if (!(await compare(name))) process.exitCode = 1;
} finally {
  await database.close();
}
