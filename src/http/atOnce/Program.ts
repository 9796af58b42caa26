import {
  type FieldNode,
  getArgumentValues,
  getNullableType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { NotAtOnce } from '../../totals/NotAtOnce.js';
import { collectFields, type Fragments } from './collectFields.js';
import { AT_ONCE } from './fields.js';
import { Literal } from './Literal.js';
import { writeLeaf } from './writeLeaf.js';

/** Coerced variables: the same object throughout one request. */
export type Variables = Readonly<Record<string, unknown>>;

type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of a field in which variables stand, worked out once a request. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): (variables: Variables) => Arguments {
  let last: { readonly variables: Variables; readonly values: Arguments } | null = null;
  return (variables) => {
    if (last?.variables !== variables) last = { variables, values: getArgumentValues(field, node, { ...variables }) };
    return last.values;
  };
}

function hasVariables(node: FieldNode): boolean {
  let found = false;
  visit(node, { Variable: () => void (found = true), SelectionSet: () => false });
  return found;
}

/** Thrown while compiling: the query asks for more than what is in memory. */
export class NotInMemory extends Error {}

const absent = (): never => {
  // What becomes null instead is for a whole executor to say.
  throw new NotAtOnce();
};

/**
 * Writes a query's program in JavaScript: straight through the answer, each field in its place, so that the engine knows
 * what it reads there. Only names of the schema get into the text, which are names in JavaScript as well; all else is
 * handed over as constants.
 */
export class Program {
  readonly constants: unknown[] = [];
  #variables = 0;
  /** What is to be written next: what stands side by side in the answer is written as one. */
  #json = '';
  /** What writes an item of a list is a function of its own: the engine puts only so much into one. */
  readonly #functions: string[] = [];

  constructor(private readonly fragments: Fragments) {}

  /** The text of a function that makes the program of its constants. */
  text(type: GraphQLObjectType, selection: SelectionSetNode): string {
    const data = `${this.#object(type, [selection], 'null')}${this.#written()}`;
    const functions = this.#functions.map((text, number) => `const write${number} = ${text};`);
    const constants = this.constants.map((_, number) => `c${number}`);
    return `const [${constants.join()}] = constants; ${functions.join('\n')} return (sink, context, variables) => { ${data} };`;
  }

  #object(type: GraphQLObjectType, selections: readonly SelectionSetNode[], source: string): string {
    const fields = AT_ONCE[type.name] && collectFields(selections, this.fragments);
    if (!fields) throw new NotInMemory();
    const lines = [...fields].map(([name, nodes], place) => {
      this.#json += `${place === 0 ? '{' : ','}${JSON.stringify(name)}:`;
      return this.#field(type, nodes, source);
    });
    this.#json += '}';
    return lines.join('\n');
  }

  #field(type: GraphQLObjectType, nodes: readonly FieldNode[], source: string): string {
    const [node] = nodes;
    if (node?.name.value === '__typename') {
      this.#json += JSON.stringify(type.name);
      return '';
    }
    const field = node && type.getFields()[node.name.value];
    if (!field) throw new NotInMemory();
    const value = this.#variable();
    return `const ${value} = ${this.#get(type, field, node, source)};
      ${this.#value(field.type, nodes, value)}`;
  }

  #get(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, node: FieldNode, source: string): string {
    const resolve = AT_ONCE[type.name]?.[field.name];
    if (resolve !== undefined) return `${this.#constant(resolve)}(${source}, ${this.#arguments(field, node)}, context)`;
    if (field.args.length > 0) throw new NotInMemory();
    return `${source}.${field.name}`;
  }

  #arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): string {
    return hasVariables(node)
      ? `${this.#constant(argumentsOf(field, node))}(variables)`
      : this.#constant(getArgumentValues(field, node));
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], value: string): string {
    const present = getNullableType(type);
    if (isNonNullType(type))
      return `if (${value} == null) ${this.#constant(absent)}();
      ${this.#present(present, nodes, value)}`;
    const before = this.#written();
    const there = `${this.#present(present, nodes, value)}${this.#written()}`;
    this.#json = 'null';
    return `${before} if (${value} != null) { ${there} } else { ${this.#written()} }`;
  }

  #present(type: GraphQLOutputType, nodes: readonly FieldNode[], value: string): string {
    if (isLeafType(type)) return this.#leaf(type, value);
    if (isListType(type)) return this.#list(type.ofType, nodes, value);
    if (!isObjectType(type)) throw new NotInMemory();
    const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return this.#object(type, selections, value);
  }

  #leaf(type: GraphQLLeafType, value: string): string {
    const before = this.#written();
    const write = `${this.#constant(writeLeaf(type))}(sink, ${value});`;
    const isInteger = type.name === 'Int' || type.name === 'SafeInt';
    return before + (isInteger ? `if (${value} === (${value} | 0)) sink.integer(${value}); else ${write}` : write);
  }

  #list(type: GraphQLOutputType, nodes: readonly FieldNode[], list: string): string {
    const item = this.#variable();
    this.#json += '[';
    const before = this.#written();
    const each = this.#value(type, nodes, item);
    this.#json += ',';
    const write = this.#functions.length;
    this.#functions.push(`(sink, context, variables, ${item}) => { ${each} ${this.#written()} }`);
    this.#json = ']';
    return `if (!Array.isArray(${list})) ${this.#constant(absent)}();
      ${before}
      for (const item of ${list}) write${write}(sink, context, variables, item);
      if (${list}.length > 0) sink.drop();`;
  }

  /** Has written what is to be written so far. */
  #written(): string {
    const json = this.#json;
    this.#json = '';
    return json === '' ? '' : `sink.write(${this.#constant(new Literal(json))});`;
  }

  #constant(value: unknown): string {
    return `c${this.constants.push(value) - 1}`;
  }

  #variable(): string {
    return `v${this.#variables++}`;
  }
}
