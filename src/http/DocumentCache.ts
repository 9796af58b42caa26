import {
  type DocumentNode,
  getOperationAST,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { LIMITS } from '../limits/limits.js';
import { sizeRule } from '../limits/sizeRule.js';
import { Operation } from './Operation.js';

/** Characters of all documents kept; the parsed and compiled ones take some fifty times as much memory. */
const MAX_CHARACTERS = 1_000_000;

/** What is known of a document: nothing of one that is not valid but that Apollo Server is to say so. */
interface Prepared {
  readonly document: DocumentNode | null;
  readonly operations: Map<string | null, Operation | null>;
}

/** Documents parsed and checked, as Apollo Server parses and checks them. Bounded. */
export class DocumentCache {
  readonly #documents = new LRUCache<string, Prepared>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, query) => query.length + 100,
  });

  constructor(private readonly schema: GraphQLSchema) {}

  /** An operation of a valid document; null where the document is not valid or has no such query. */
  operation(query: string, name: string | null): Operation | null {
    let prepared = this.#documents.get(query);
    if (prepared === undefined) {
      prepared = { document: this.#valid(query), operations: new Map() };
      this.#documents.set(query, prepared);
    }
    const { document, operations } = prepared;
    if (document === null) return null;
    const known = operations.get(name);
    if (known !== undefined) return known;
    const node = getOperationAST(document, name);
    if (node?.operation !== OperationTypeNode.QUERY) return null;
    const operation = new Operation(this.schema, document, node);
    operations.set(name, operation);
    return operation;
  }

  #valid(query: string): DocumentNode | null {
    try {
      const document = parse(query, { maxTokens: LIMITS.tokens });
      return validate(this.schema, document, [...specifiedRules, sizeRule]).length === 0 ? document : null;
    } catch {
      return null;
    }
  }
}
