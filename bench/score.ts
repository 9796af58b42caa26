import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Form, Section } from '../src/catalog/forms.js';
import type { Place } from '../src/catalog/places.js';
import { Refusal } from '../src/ingest/Refusal.js';
import { readTables } from '../test/ingest/readTables.js';
import { addScores, REFUSED, type Score, score } from '../test/ingest/score.js';
import { readTruth, type Truth } from '../test/ingest/truth.js';

/** A document and what is printed in it; null where it must be refused. */
interface Case {
  readonly name: string;
  readonly file: string;
  readonly truth: Truth | null;
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.md': 'text/markdown', '.txt': 'text/plain' };

interface Expected {
  readonly forms?: Record<Section, Form>;
  readonly figures?: Record<Place, string | null>;
}

const FIXTURES = 'test/fixtures/reports';
const fixtures = readdirSync(FIXTURES).map((slug): Case => {
  const source = readdirSync(join(FIXTURES, slug)).find((name) => name.startsWith('source.')) ?? '';
  const { forms, figures } = JSON.parse(readFileSync(join(FIXTURES, slug, 'expected.json'), 'utf8')) as Expected;
  const truth = forms && figures ? { forms, figures: new Map(Object.entries(figures)) as Truth['figures'] } : null;
  return { name: slug, file: join(FIXTURES, slug, source), truth };
});

/** Real published tables, where they are at hand. */
const SHARED = '../shared/reports';
const complete = (folder: string): Case[] =>
  readdirSync(join(SHARED, folder))
    .filter((name) => /^g\d.*\.\w+$/.test(name))
    .map((name) => {
      const report = name.replace(/(?:_(?:layout|columnar|pypdf|lines|pipe|tabs))?\.\w+$/, '');
      return { name, file: join(SHARED, folder, name), truth: readTruth(join(SHARED, 'truth', `${report}.json`)) };
    });
const real = existsSync(SHARED) ? [...complete('.'), ...complete('derived')] : [];

function scoreOf({ file, truth }: Case): Score {
  try {
    const { tables, findings } = readTables(readFileSync(file), TYPES[extname(file)] ?? 'text/plain');
    // A document that must be refused and was not: all that was read of it is wrong.
    return score(tables, findings, truth ?? { forms: EITHER, figures: new Map() });
  } catch (error) {
    if (error instanceof Refusal) return REFUSED;
    throw error;
  }
}
const EITHER: Truth['forms'] = { DISCLOSURES: 'FORM_2019', APPLICATIONS: 'FORM_2019', REVIEWS: 'FORM_2019' };

const line = (name: string, { filesExact, cellsExact, cellsNull, cellsWrong, refused }: Score): string =>
  `${name.padEnd(40)} ${[filesExact, cellsExact, cellsNull, cellsWrong, refused].map((n) => String(n).padStart(7)).join('')}`;

const cases = [...fixtures, ...real];
const scores = cases.map(scoreOf);
const total = addScores(scores);
process.stdout.write(`${''.padEnd(40)}   exact  cells   null  wrong refused\n`);
for (const [index, each] of scores.entries()) process.stdout.write(`${line(cases[index]?.name ?? '', each)}\n`);
process.stdout.write(`${line(`all ${cases.length}`, total)}\n`);
for (const wrong of total.wrong) process.stdout.write(`wrong without a finding: ${wrong}\n`);
process.exitCode = total.cellsWrong > 0 ? 1 : 0;
