import { ApolloServer, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import Fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { type Context, contextFactory } from './context.js';
import { createSchema } from './createSchema.js';
import { CubeKeeper } from './cube/CubeKeeper.js';
import { DatasetVersion } from './database/DatasetVersion.js';
import { readDivisions } from './divisions/readDivisions.js';
import { flagshipQuery } from './flagshipQuery.js';
import { formatError } from './http/formatError.js';
import { createFastPath, type FastSettings } from './http/createFastPath.js';
import { createListener } from './http/createListener.js';
import { errorHandler } from './http/errorHandler.js';
import { notFoundHandler } from './http/notFoundHandler.js';
import type { FastPath } from './http/FastPath.js';
import { complexityPlugin } from './limits/complexityPlugin.js';
import { LIMITS } from './limits/limits.js';
import { queriesOnlyPlugin } from './limits/queriesOnlyPlugin.js';
import { sizeRule } from './limits/sizeRule.js';

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

const createApollo = (fastify: FastifyInstance, schema: GraphQLSchema, persisted: LRUCache<string, string>) =>
  new ApolloServer<Context>({
    schema,
    introspection: true,
    // Nothing can be changed here and all of it is public: there is nothing that a forged request could do.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    // The command line stops the server, and the database after it.
    stopOnTerminationSignals: false,
    formatError,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [sizeRule],
    persistedQueries: {
      cache: {
        get: (key) => Promise.resolve(persisted.get(key)),
        set: (key, query) => Promise.resolve(void persisted.set(key, query)),
        delete: (key) => Promise.resolve(void persisted.delete(key)),
      },
    },
    plugins: [
      queriesOnlyPlugin,
      complexityPlugin,
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin<BaseContext>(fastify),
      ApolloServerPluginLandingPageLocalDefault({ embed: true, document: flagshipQuery, footer: false }),
    ],
  });

/** Fastify behind the fast path; what that has read already it is given again. */
function createFastify(fast: FastPath | null, answerMs: number): FastifyInstance {
  const fastify: FastifyInstance = Fastify({
    bodyLimit: LIMITS.bodyBytes,
    forceCloseConnections: 'idle',
    serverFactory: (onward) => createListener(onward, fast, answerMs),
  });
  fastify.setErrorHandler(errorHandler);
  fastify.setNotFoundHandler(notFoundHandler);
  fastify.addHook('onRequest', (_, reply, done) => {
    void reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('preParsing', (request, _, payload, done) => {
    const body = fast?.bodyOf(request.raw);
    done(null, body === undefined ? payload : Readable.from([body]));
  });
  fastify.get('/', (_, reply) => reply.redirect('/graphql'));
  return fastify;
}

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
    // Where the database does not say, the question meets with that itself, if it needs it.
    context: async () =>
      context(
        cubes &&
          (await dataset.current().then(
            (version) => cubes.at(version),
            () => null,
          )),
      ),
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
