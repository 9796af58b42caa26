import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues } from 'graphql';
import type { Context } from '../context.js';
import { rosterSize } from '../queries/rosterSize.js';
import { fragmentsOf } from './fragmentsOf.js';
import { isAffordable, refuseComplex } from './refuseComplex.js';

/**
 * Refuses questions that cost too much, before anything is computed. What would be too much of a whole nation may be little
 * of what is here: that is counted only then.
 */
export const complexityPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      async didResolveOperation({ request, document, operation, schema, contextValue }) {
        if (operation === undefined) return;
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
        // Variables that do not fit are refused by the execution, with its own words.
        if (coerced === undefined) return;
        const question = { schema, operation, fragments: fragmentsOf(document), variables: coerced };
        if (isAffordable(question, contextValue)) return;
        refuseComplex(question, { ...contextValue, roster: await rosterSize(contextValue.db) });
      },
    }),
};
