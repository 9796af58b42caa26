import { GraphQLError, type ValidationRule } from 'graphql';
import { LIMITS } from './limits.js';
import { measureDocument } from './measureDocument.js';
import { QueryLimitError, type QueryLimitCode } from './QueryLimitError.js';

const CHECKS: readonly (readonly [keyof ReturnType<typeof measureDocument>, QueryLimitCode, string])[] = [
  ['depth', 'QUERY_TOO_DEEP', 'fields below one another'],
  ['aliases', 'TOO_MANY_ALIASES', 'aliases'],
  ['rootFields', 'TOO_MANY_ROOT_FIELDS', 'fields at its root'],
];

/** Refuses a document that is deeper or wider than a question needs; a rule among those of GraphQL. */
export const sizeRule: ValidationRule = (context) => ({
  Document(document) {
    const size = measureDocument(document);
    for (const [measure, code, words] of CHECKS) {
      const limit = LIMITS[measure];
      if (size[measure] <= limit) continue;
      const originalError = new QueryLimitError(
        code,
        `the query has ${size[measure]} ${words}, at most ${limit} are allowed`,
        limit,
        'Ask several smaller questions.',
      );
      context.reportError(new GraphQLError(originalError.message, { originalError }));
    }
  },
});
