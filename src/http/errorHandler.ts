import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { log } from '../log.js';
import { BODY_TOO_LARGE } from './refusals.js';
import { type Refusal, refusalBody } from './refuse.js';

function refusalOf(error: FastifyError): Refusal {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return BODY_TOO_LARGE;
  const { statusCode: status = 500, message } = error;
  if (status < 500) return { status, code: status === 415 ? 'UNSUPPORTED_MEDIA_TYPE' : 'BAD_REQUEST', message };
  const logId = randomUUID();
  log.error('request.failed', { logId, error });
  return { status, code: 'INTERNAL_SERVER_ERROR', message: `internal error, see the log under ${logId}` };
}

/** Says what is wrong with a request that never became a question, in the form of GraphQL's errors. */
export function errorHandler(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  void reply.code(refusal.status).header('cache-control', 'no-store').type('application/json; charset=utf-8');
  void reply.send(refusalBody(refusal));
}
