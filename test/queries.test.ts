import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { createSchema } from '../src/createSchema.js';
import { ingestPaths } from '../src/ingest/ingest.js';
import { type Server, startServer } from '../src/server.js';
import { createTestDatabase, type TestDatabase } from './harness/createTestDatabase.js';
import { post } from './http/ask.js';

const QUESTIONS = [...readFileSync('docs/queries.md', 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)].map(
  ([, question = '']) => question,
);
/** Apollo Server over statements alone, and as it is. */
const WAYS = { apollo: null, fast: undefined } as const;

/** Arguments that all lists have. */
const PAGING = new Set(['first', 'after']);

let database: TestDatabase;
let servers: Record<keyof typeof WAYS, Server>;
beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  await ingestPaths(['data/samples'], { dataSource, sample: true, onOutcome: () => undefined });
  const now = (): Date => new Date('2026-11-22T00:00:00Z');
  servers = {
    apollo: await startServer({ dataSource, port: 0, now, fast: null }),
    fast: await startServer({ dataSource, port: 0, now }),
  };
});
afterAll(async () => {
  for (const server of Object.values(servers)) await server.stop();
  await database.drop();
});

describe('docs/queries.md', () => {
  test.each(QUESTIONS)('%s', async (query) => {
    const { text } = await post(servers.apollo.url, { query });
    expect(JSON.parse(text)).toEqual({ data: expect.any(Object) });
    // Computed, compiled and stored.
    for (const time of [1, 2, 3]) expect([time, (await post(servers.fast.url, { query })).text]).toEqual([time, text]);
  });

  test('asks every field with every argument, and every filter', async () => {
    const schema = await createSchema();
    const asked = new Set(QUESTIONS.flatMap((question) => namesIn(schema, question)));
    expect(namesOf(schema).filter((name) => !asked.has(name))).toEqual([]);
  });
});

/** `Type.field`, `Type.field(argument)` and `Input.field` of everything that a question names. */
function namesIn(schema: GraphQLSchema, question: string): string[] {
  const names: string[] = [];
  const info = new TypeInfo(schema);
  const fieldName = (): string => `${info.getParentType()?.name}.${info.getFieldDef()?.name}`;
  visit(
    parse(question),
    visitWithTypeInfo(info, {
      Field: () => void names.push(fieldName()),
      Argument: ({ name }) => void names.push(`${fieldName()}(${name.value})`),
      ObjectField: ({ name }) => {
        const type = info.getParentInputType();
        names.push(`${type && getNamedType(type).name}.${name.value}`);
      },
    }),
  );
  return names;
}

/** The same of everything that there is. */
function namesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
      if (!isObjectType(type)) return [];
      return Object.values(type.getFields()).flatMap(({ name, args }) => [
        `${type.name}.${name}`,
        ...args.flatMap((argument) => (PAGING.has(argument.name) ? [] : `${type.name}.${name}(${argument.name})`)),
      ]);
    });
}
