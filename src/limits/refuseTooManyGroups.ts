import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { execute, getOperationAST, GraphQLError } from 'graphql';
import type { Context } from '../context.js';
import { TooManyGroupsError } from '../arguments/queryErrors.js';
import type { Known } from './estimateGroups.js';
import type { Question } from './estimateValues.js';
import { fragmentsOf } from './fragmentsOf.js';
import { groupsAlone } from './groupsAlone.js';
import { badRequest, isAffordable } from './refuseComplex.js';

/**
 * Of a question that is not affordable asks the groups alone, where those are: an answer that may not have so many groups
 * is refused for that, with their number, whatever is asked of each.
 */
export async function refuseTooManyGroups(
  {
    document,
    request,
    contextValue,
  }: Pick<GraphQLRequestContextDidResolveOperation<Context>, 'document' | 'request' | 'contextValue'>,
  question: Question,
  known: Known,
): Promise<void> {
  const { schema } = question;
  const alone = groupsAlone(schema, document);
  const operationName = question.operation.name?.value;
  const operation = getOperationAST(alone, operationName);
  if (!operation || !isAffordable({ ...question, operation, fragments: fragmentsOf(alone) }, known)) return;
  const { errors } = await execute({
    schema,
    document: alone,
    contextValue,
    variableValues: request.variables,
    operationName,
  });
  const refused = errors?.find(({ originalError }) => originalError instanceof TooManyGroupsError);
  if (!refused) return;
  const { message, nodes = null, path = null, originalError = null } = refused;
  throw new GraphQLError(message, { nodes, path, originalError, extensions: badRequest() });
}
