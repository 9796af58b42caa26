import Fastify, { type FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { LIMITS } from '../limits/limits.js';
import { createListener } from './createListener.js';
import { errorHandler } from './errorHandler.js';
import type { FastPath } from './FastPath.js';
import { notFoundHandler } from './notFoundHandler.js';

/** Fastify behind the fast path; what that has read already it is given again. */
export function createFastify(fast: FastPath | null, answerMs: number): FastifyInstance {
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
