import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { AnswerContext } from '../../context.js';
import type { ByteSink } from './ByteSink.js';
import type { Fragments } from './collectFields.js';
import { NotInMemory, Program, type Variables } from './Program.js';

/** Writes the data of an answer as JSON. @throws NotAtOnce, and what fields throw */
export type WriteData = (sink: ByteSink, context: AnswerContext, variables: Variables) => void;

/** A query as one function that writes its data; null where it asks for more than what is in memory. */
export function compileAtOnce(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): WriteData | null {
  const query = schema.getQueryType();
  if (!query) return null;
  const program = new Program(fragments);
  try {
    const text = program.text(query, operation.selectionSet);
    // oxlint-disable-next-line typescript/no-implied-eval -- see Program: nothing of the question but names of the schema is in the text
    const make = new Function('constants', text) as (constants: readonly unknown[]) => WriteData;
    return make(program.constants);
  } catch (error) {
    if (error instanceof NotInMemory) return null;
    throw error;
  }
}
