import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues } from 'graphql';
import type { Known } from './estimateGroups.js';
import { fragmentsOf } from './fragmentsOf.js';
import { refuseComplex } from './refuseComplex.js';

/** Refuses questions that cost too much, before anything is computed. */
export const complexityPlugin: ApolloServerPlugin<Known> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ request, document, operation, schema, contextValue }) {
        if (operation === undefined) return Promise.resolve();
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
        // Variables that do not fit are refused by the execution, with its own words.
        if (coerced)
          refuseComplex({ schema, operation, fragments: fragmentsOf(document), variables: coerced }, contextValue);
        return Promise.resolve();
      },
    }),
};
