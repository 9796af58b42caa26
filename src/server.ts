import fastifyApollo from '@as-integrations/fastify';
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { contextFactory } from './context.js';
import { createSchema } from './createSchema.js';
import type { Cube } from './cube/Cube.js';
import { CubeKeeper } from './cube/CubeKeeper.js';
import { DatasetVersion } from './database/DatasetVersion.js';
import { readDivisions } from './divisions/readDivisions.js';
import { createApollo } from './http/createApollo.js';
import { createFastify } from './http/createFastify.js';
import { createFastPath, type FastSettings } from './http/createFastPath.js';
import { LIMITS } from './limits/limits.js';

/** Characters of persisted queries that are kept. */
const PERSISTED_CHARACTERS = 8_000_000;

export interface ServerOptions {
  readonly dataSource: DataSource;
  /** 0 takes any free one. */
  readonly port: number;
  /** The network interface; left out: all of them. */
  readonly host?: string;
  /** The clock; tests set it. */
  readonly now?: () => Date;
  /** Null: Apollo Server answers everything. */
  readonly fast?: FastSettings | null;
  /** How long an answer may take (ms). */
  readonly answerMs?: number;
}

/** A running server. */
export interface Server {
  readonly url: string;
  /** Answers what is under way, then closes. */
  stop(): Promise<void>;
}

/** All interfaces; on these one is reached as localhost too. */
const ANY = '0.0.0.0';
const ALL = new Set([ANY, '::']);

/** As the fast path has it; what a browser asks beforehand it need not ask again for a day. */
const CORS: FastifyCorsOptions = { origin: '*', methods: ['GET', 'POST'], maxAge: 86_400, strictPreflight: false };

const DEFAULT: FastSettings = { maxAge: null, storedBytes: 64 * 2 ** 20 };

/** Null where the database does not say: the question meets with that itself, if it needs it. */
const cubeOfNow = (cubes: CubeKeeper, dataset: DatasetVersion): Promise<Cube | null> =>
  dataset.current().then(
    (version) => cubes.at(version),
    () => null,
  );

/** Serves the API at /graphql; a browser finds Apollo Sandbox there. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { dataSource, port, host = ANY, now, fast = DEFAULT, answerMs = LIMITS.answerMs } = options;
  const schema = await createSchema();
  const context = contextFactory(dataSource, now);
  const persisted = new LRUCache<string, string>({
    maxSize: PERSISTED_CHARACTERS,
    sizeCalculation: (query, key) => query.length + key.length,
  });
  const dataset = new DatasetVersion(dataSource);
  const cubes = fast === null || fast.cube === false ? null : new CubeKeeper(dataSource, readDivisions());
  await cubes?.start();
  const fastify = createFastify(fast && createFastPath({ schema, context, persisted, dataset, cubes }, fast), answerMs);
  const apollo = createApollo(fastify, schema, persisted);
  await apollo.start();
  await fastify.register(cors, CORS);
  await fastify.register(fastifyApollo(apollo), {
    context: async () => context(cubes && (await cubeOfNow(cubes, dataset))),
  });
  const listening = new URL(await fastify.listen({ port, host }));
  if (ALL.has(host)) listening.hostname = 'localhost';
  return {
    url: new URL('/graphql', listening).href,
    stop: async () => {
      await apollo.stop();
      await fastify.close();
      await cubes?.close();
      await dataset.close();
    },
  };
}
