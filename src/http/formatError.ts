import { unwrapResolverError } from '@apollo/server/errors';
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { AppError, codeOf } from '../errors.js';
import { LIMITS } from '../limits/limits.js';
import { QueryLimitError } from '../limits/QueryLimitError.js';
import { log } from '../log.js';
import { AmbiguousNameError, TooManyGroupsError } from '../arguments/queryErrors.js';

/** What a program needs beside the code, where the error has it. */
function details(error: AppError): object {
  if (error instanceof AmbiguousNameError)
    return { candidates: error.candidates.map(({ code, fullName }) => ({ code, fullName })) };
  if (error instanceof TooManyGroupsError) return { limit: error.limit, groups: error.groups };
  if (error instanceof QueryLimitError) return { limit: error.limit };
  return {};
}

/** PostgreSQL's code of a statement that was cancelled because it took too long. */
const QUERY_CANCELED = '57014';

/** The fault behind what was thrown: a resolver's, a rule's, or the database's for want of time. */
function faultOf(thrown: unknown): unknown {
  const error = unwrapResolverError(thrown);
  if (error instanceof GraphQLError && error.originalError instanceof AppError) return error.originalError;
  if (!(error instanceof QueryFailedError) || codeOf(error.driverError) !== QUERY_CANCELED) return error;
  const limit = LIMITS.statementMs;
  const message = `the question took the database more than ${limit / 1000} s`;
  return new QueryLimitError('QUERY_TIMEOUT', message, limit, 'Narrow the filter.', { cause: error });
}

/** Apollo Server gives some of its refusals a status and no code. */
function isRefused(thrown: unknown): boolean {
  if (!(thrown instanceof GraphQLError) || thrown.extensions?.['code'] !== undefined) return false;
  const http: unknown = thrown.extensions?.['http'];
  const status: unknown = typeof http === 'object' && http !== null ? Reflect.get(http, 'status') : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}

/**
 * Maps an error to what clients see: a known fault with its code and help, a fault of GraphQL as it is, and a bug as
 * INTERNAL_SERVER_ERROR with the id under which the log has it.
 */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const error = faultOf(thrown);
  const { path, locations } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (error instanceof AppError) {
    const help = error.help === null ? {} : { help: error.help };
    return { message: error.message, ...place, extensions: { code: error.code, ...help, ...details(error) } };
  }
  const code = isRefused(thrown) ? 'BAD_REQUEST' : formatted.extensions?.['code'];
  if (code !== 'INTERNAL_SERVER_ERROR') return { message: formatted.message, ...place, extensions: { code } };
  const logId = randomUUID();
  log.error('request.failed', { logId, error });
  return { message: `internal error, see the log under ${logId}`, ...place, extensions: { code, logId } };
}
