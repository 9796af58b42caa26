import { HeaderMap } from '@apollo/server';
import {
  type DirectiveNode,
  type FieldNode,
  getArgumentValues,
  type GraphQLDirective,
  GraphQLError,
  type GraphQLField,
} from 'graphql';

/**
 * The arguments of a field or a directive, coerced. A variable may be null by its type and stand where nothing may be: in
 * `first: Int! = 20`, say. Only its value shows that, and then it is the question that is wrong.
 * @throws GraphQLError BAD_USER_INPUT for a value that does not fit
 */
export function argumentValues(
  definition: GraphQLField<unknown, unknown> | GraphQLDirective,
  node: FieldNode | DirectiveNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(definition, node, variables);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      nodes: error.nodes ?? null,
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400, headers: new HeaderMap() } },
    });
  }
}
