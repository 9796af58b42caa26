import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Refuses mutations and subscriptions, of which the schema has none, as what they are: bad requests, not bugs. */
export const queriesOnlyPlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operation, schema }) {
        if (operation && !schema.getRootType(operation.operation))
          throw new GraphQLError(`there are queries only, no ${operation.operation}`, {
            extensions: { code: 'BAD_REQUEST', http: { status: 400, headers: new HeaderMap() } },
          });
        return Promise.resolve();
      },
    }),
};
