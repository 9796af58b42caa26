import { ApolloServer, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { LRUCache } from 'lru-cache';
import type { Context } from '../context.js';
import { flagshipQuery } from '../flagshipQuery.js';
import { complexityPlugin } from '../limits/complexityPlugin.js';
import { LIMITS } from '../limits/limits.js';
import { queriesOnlyPlugin } from '../limits/queriesOnlyPlugin.js';
import { sizeRule } from '../limits/sizeRule.js';
import { formatError } from './formatError.js';

/**
 * Apollo Server as this API wants it.
 * @param persisted queries by their hash
 */
export const createApollo = (fastify: FastifyInstance, schema: GraphQLSchema, persisted: LRUCache<string, string>) =>
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
