import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalBody } from './refuse.js';

/** Says that nothing is there, and where the API is. */
export function notFoundHandler({ method, url }: FastifyRequest, reply: FastifyReply): void {
  const isApi = /^\/graphql(?:\?|$)/.test(url);
  void reply.code(isApi ? 405 : 404).type('application/json; charset=utf-8');
  if (isApi) void reply.header('allow', 'GET, POST');
  const refusal = isApi
    ? { code: 'METHOD_NOT_ALLOWED', message: `the API is asked with GET or POST, not ${method}` }
    : { code: 'NOT_FOUND', message: 'there is nothing here: the API is at /graphql' };
  void reply.send(refusalBody(refusal));
}
