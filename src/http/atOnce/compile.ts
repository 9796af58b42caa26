import {
  type FieldNode,
  getArgumentValues,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { AnswerContext } from '../../context.js';
import { NotAtOnce } from '../../totals/NotAtOnce.js';
import type { ByteSink } from './ByteSink.js';
import { collectFields, type Fragments } from './collectFields.js';
import { AT_ONCE } from './fields.js';
import { writeLeaf } from './writeLeaf.js';

/** Coerced variables: the same object throughout one request. */
export type Variables = Readonly<Record<string, unknown>>;
/** Writes the data of an answer as JSON. @throws NotAtOnce, and what fields throw */
export type WriteData = (sink: ByteSink, context: AnswerContext, variables: Variables) => void;

type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of a field, worked out once where no variable is in them, else once a request. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): (variables: Variables) => Arguments {
  let isConstant = true;
  visit(node, { Variable: () => void (isConstant = false), SelectionSet: () => false });
  if (isConstant) {
    const constant = getArgumentValues(field, node);
    return () => constant;
  }
  let last: { readonly variables: Variables; readonly values: Arguments } | null = null;
  return (variables) => {
    if (last?.variables !== variables) last = { variables, values: getArgumentValues(field, node, { ...variables }) };
    return last.values;
  };
}

/** Thrown while compiling: the query asks for more than what is in memory. */
class NotInMemory extends Error {}

const absent = (): never => {
  // What becomes null instead is for a whole executor to say.
  throw new NotAtOnce();
};

/**
 * Writes a query's program in JavaScript: straight through the answer, each field in its place, so that the engine knows
 * what it reads there. Only names of the schema get into the text, which are names in JavaScript as well; all else is
 * handed over as constants.
 */
class Program {
  readonly constants: unknown[] = [];
  #variables = 0;

  constructor(private readonly fragments: Fragments) {}

  object(type: GraphQLObjectType, selections: readonly SelectionSetNode[], source: string): string {
    const fields = AT_ONCE[type.name] && collectFields(selections, this.fragments);
    if (!fields) throw new NotInMemory();
    const lines = [...fields].map(([name, nodes], place) =>
      this.#field(type, nodes, source, `${place === 0 ? '{' : ','}${JSON.stringify(name)}:`),
    );
    return `${lines.join('\n')}\n${this.#bytes('}')}`;
  }

  /** @param prefix what stands before the value */
  #field(type: GraphQLObjectType, nodes: readonly FieldNode[], source: string, prefix: string): string {
    const [node] = nodes;
    if (node?.name.value === '__typename') return this.#bytes(prefix + JSON.stringify(type.name));
    const field = node && type.getFields()[node.name.value];
    if (!field) throw new NotInMemory();
    const value = this.#variable();
    return `${this.#bytes(prefix)}
      const ${value} = ${this.#get(type, field, node, source)};
      ${this.#value(field.type, nodes, value)}`;
  }

  #get(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, node: FieldNode, source: string): string {
    const resolve = AT_ONCE[type.name]?.[field.name];
    if (resolve !== undefined)
      return `${this.#constant(resolve)}(${source}, ${this.#constant(argumentsOf(field, node))}(variables), context)`;
    if (field.args.length > 0) throw new NotInMemory();
    return `${source}.${field.name}`;
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], value: string): string {
    const otherwise = isNonNullType(type) ? `${this.#constant(absent)}();` : this.#bytes('null');
    return `if (${value} != null) { ${this.#present(getNullableType(type), nodes, value)} } else { ${otherwise} }`;
  }

  #present(type: GraphQLOutputType, nodes: readonly FieldNode[], value: string): string {
    if (isLeafType(type)) {
      const write = `${this.#constant(writeLeaf(type))}(sink, ${value});`;
      const isInteger = type.name === 'Int' || type.name === 'SafeInt';
      return isInteger ? `if (${value} === (${value} | 0)) sink.integer(${value}); else ${write}` : write;
    }
    if (isListType(type)) return this.#list(type.ofType, nodes, value);
    if (!isObjectType(type)) throw new NotInMemory();
    return this.object(
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      value,
    );
  }

  #list(type: GraphQLOutputType, nodes: readonly FieldNode[], list: string): string {
    const [place, item] = [this.#variable(), this.#variable()];
    return `if (!Array.isArray(${list})) ${this.#constant(absent)}();
      ${this.#bytes('[')}
      for (let ${place} = 0; ${place} < ${list}.length; ${place}++) {
        if (${place} > 0) ${this.#bytes(',')}
        const ${item} = ${list}[${place}];
        ${this.#value(type, nodes, item)}
      }
      ${this.#bytes(']')}`;
  }

  #bytes(json: string): string {
    return `sink.write(${this.#constant(Buffer.from(json))});`;
  }

  #constant(value: unknown): string {
    return `constants[${this.constants.push(value) - 1}]`;
  }

  #variable(): string {
    return `v${this.#variables++}`;
  }
}

/** A query as one function that writes its data; null where it asks for more than what is in memory. */
export function compileAtOnce(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): WriteData | null {
  const query = schema.getQueryType();
  const program = new Program(fragments);
  try {
    const text = query && program.object(query, [operation.selectionSet], 'null');
    // oxlint-disable-next-line typescript/no-implied-eval -- see Program: nothing of the question but names of the schema is in the text
    const make = new Function('constants', `return (sink, context, variables) => { ${text} };`) as (
      constants: readonly unknown[],
    ) => WriteData;
    return make(program.constants);
  } catch (error) {
    if (error instanceof NotInMemory) return null;
    throw error;
  }
}
