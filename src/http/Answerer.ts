import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { LRUCache } from 'lru-cache';
import type { ContextFactory } from '../context.js';
import type { Cube } from '../cube/Cube.js';
import { formatError } from './formatError.js';
import type { Answer } from './AnswerStore.js';
import { DocumentCache } from './DocumentCache.js';
import type { Question } from './Question.js';

/** An error as Apollo Server hands it to `formatError`. */
const formatted = (error: GraphQLError): GraphQLFormattedError =>
  formatError(
    {
      ...error.toJSON(),
      extensions: { ...error.extensions, code: error.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR' },
    },
    error,
  );

/** Answers questions as Apollo Server does, without its detours; what is not a plain, valid, affordable query it leaves. */
export class Answerer {
  readonly #documents: DocumentCache;

  /** @param persisted documents by hash, as Apollo Server keeps them */
  constructor(
    schema: GraphQLSchema,
    private readonly context: ContextFactory,
    private readonly persisted: LRUCache<string, string>,
  ) {
    this.#documents = new DocumentCache(schema);
  }

  /**
   * The answer in bytes; null where Apollo Server has to answer.
   * @param cube the totals as of a version that is as fresh as the question; null: the database gives them
   */
  async answer({ query, operationName, variables, hash }: Question, cube: Cube | null): Promise<Answer | null> {
    // With both, the document is to be registered.
    if (query !== null && hash !== null) return null;
    const document = hash === null ? query : this.persisted.get(`apq:${hash}`);
    if (document == null || document === '') return null;
    const operation = this.#documents.operation(document, operationName);
    if (operation === null) return null;
    const coerced = operation.coerce(variables, this.context.lasting());
    if (coerced === null) return null;
    const bytes = cube && operation.executeAtOnce(coerced, this.context.atOnce(cube));
    if (bytes !== null) return { bytes, whole: true };
    const { data, errors } = await operation.execute(variables, () => this.context(cube));
    if (data === undefined) return null;
    const result = errors ? { errors: errors.map(formatted), data } : { data };
    return { bytes: Buffer.from(`${JSON.stringify(result)}\n`), whole: errors === undefined };
  }
}
