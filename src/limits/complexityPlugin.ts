import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues } from 'graphql';
import type { Context } from '../context.js';
import { rosterSize } from '../queries/rosterSize.js';
import { fragmentsOf } from './fragmentsOf.js';
import { isAffordable, refuseComplex } from './refuseComplex.js';
import { refuseTooManyGroups } from './refuseTooManyGroups.js';

/**
 * Refuses questions that cost too much, before their figures are computed. What would be too much of a whole nation may be
 * little of what is here, and what is too much may be too many groups: both are counted only then.
 */
export const complexityPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      async didResolveOperation(context) {
        const { request, document, operation, schema, contextValue } = context;
        if (operation === undefined) return;
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
        // Variables that do not fit are refused by the execution, with its own words.
        if (coerced === undefined) return;
        const question = { schema, operation, fragments: fragmentsOf(document), variables: coerced };
        if (isAffordable(question, contextValue)) return;
        const known = { ...contextValue, roster: await rosterSize(contextValue.db) };
        if (isAffordable(question, known)) return;
        await refuseTooManyGroups(context, question, known);
        refuseComplex();
      },
    }),
};
