import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { estimateValues, type Question } from './estimateValues.js';
import type { Known } from './estimateGroups.js';
import { LIMITS } from './limits.js';
import { QueryLimitError } from './QueryLimitError.js';

/** By which Apollo Server answers with HTTP status 400. */
export const badRequest = () => ({ http: { status: 400, headers: new HeaderMap() } });

/** Whether the answer to a question may be computed. @throws GraphQLError for an argument that does not fit */
export const isAffordable = (question: Question, known: Known): boolean =>
  estimateValues(question, known, LIMITS.values) <= LIMITS.values;

/** Refuses a question that is not affordable: HTTP status 400, code QUERY_TOO_COMPLEX. */
export function refuseComplex(): never {
  const originalError = new QueryLimitError(
    'QUERY_TOO_COMPLEX',
    `the answer may have more than ${LIMITS.values} values`,
    LIMITS.values,
    'Narrow the filter, ask for fewer fields, or page with first and after.',
  );
  throw new GraphQLError(originalError.message, { originalError, extensions: badRequest() });
}
