import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { log } from '../log.js';
import { BODY_TOO_LARGE } from './refusals.js';
import { type Refusal, refusalBody } from './refuse.js';

function refusalOf(error: FastifyError, type = 'none'): Refusal {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return BODY_TOO_LARGE;
  if (error.statusCode === 415)
    return {
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: `content-type must be application/json, found ${type}`,
    };
  const { statusCode: status = 500, message } = error;
  if (status < 500) return { status, code: 'BAD_REQUEST', message };
  const logId = randomUUID();
  log.error('request.failed', { logId, error });
  return { status, code: 'INTERNAL_SERVER_ERROR', message: `internal error, see the log under ${logId}` };
}

/** Says what is wrong with a request that never became a question, in the form of GraphQL's errors. */
export function errorHandler(error: FastifyError, { headers }: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error, headers['content-type']);
  void reply.code(refusal.status).header('cache-control', 'no-store').type('application/json; charset=utf-8');
  void reply.send(refusalBody(refusal));
}
