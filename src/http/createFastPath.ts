import { createHash } from 'node:crypto';
import { type GraphQLSchema, printSchema } from 'graphql';
import type { LRUCache } from 'lru-cache';
import type { ContextFactory } from '../context.js';
import type { DatasetVersion } from '../database/DatasetVersion.js';
import { Answerer } from './Answerer.js';
import { AnswerStore } from './AnswerStore.js';
import { FastPath } from './FastPath.js';

/** How fast answers are given; none of it changes what they say. */
export interface FastSettings {
  /** What a GET may be kept for without asking (s); null: it is to be asked for each time. */
  readonly maxAge: number | null;
  /** Bytes of stored answers; 0: every question is computed. */
  readonly storedBytes: number;
}

interface Deps {
  readonly schema: GraphQLSchema;
  readonly context: ContextFactory;
  readonly persisted: LRUCache<string, string>;
  readonly dataset: DatasetVersion;
}

/** The fast path over a schema. */
export function createFastPath({ schema, context, persisted, dataset }: Deps, settings: FastSettings): FastPath {
  const { maxAge, storedBytes } = settings;
  const program = createHash('sha256').update(printSchema(schema)).digest('base64url').slice(0, 22);
  return new FastPath({
    answerer: new Answerer(schema, context, persisted),
    dataset,
    store: storedBytes === 0 ? null : new AnswerStore(storedBytes),
    edition: () => `${program} ${context.lasting().dueYear}`,
    maxAge,
  });
}
