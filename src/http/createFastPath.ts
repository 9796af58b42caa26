import { createHash } from 'node:crypto';
import { type GraphQLSchema, printSchema } from 'graphql';
import type { LRUCache } from 'lru-cache';
import type { ContextFactory } from '../context.js';
import type { CubeKeeper } from '../cube/CubeKeeper.js';
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
  /** Whether totals are kept in memory; left out: they are. */
  readonly cube?: boolean;
}

interface Deps {
  readonly schema: GraphQLSchema;
  readonly context: ContextFactory;
  readonly persisted: LRUCache<string, string>;
  readonly dataset: DatasetVersion;
  readonly cubes: CubeKeeper | null;
}

/** The fast path over a schema. */
export function createFastPath({ schema, context, persisted, dataset, cubes }: Deps, settings: FastSettings): FastPath {
  const { maxAge, storedBytes } = settings;
  const program = createHash('sha256').update(printSchema(schema)).digest('base64url').slice(0, 22);
  let edition = { dueYear: 0, text: '' };
  return new FastPath({
    answerer: new Answerer(schema, context, persisted),
    dataset,
    cubes,
    store: storedBytes === 0 ? null : new AnswerStore(storedBytes),
    edition: () => {
      const { dueYear } = context.lasting();
      if (edition.dueYear !== dueYear) edition = { dueYear, text: `${program} ${dueYear}` };
      return edition.text;
    },
    maxAge,
  });
}
