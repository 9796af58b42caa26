import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLSchema,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { argumentValues } from './argumentValues.js';
import { divisionsAt } from './divisionsAt.js';
import { estimateGroups, type Known } from './estimateGroups.js';
import { LIMITS } from './limits.js';

/** A question after its variables were coerced. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where a selection stands. */
interface Place {
  /** How many objects it is answered for. */
  readonly times: number;
  /** Which divisions these are; null where they are something else. */
  readonly at: readonly string[] | null;
  /** How many nodes a connection around it has; null outside of one. */
  readonly page: number | null;
}

/** Selections that are looked at. A document has no more of them, unless its fragments multiply. */
const MAX_STEPS = 5 * LIMITS.tokens;
/** A list of which nothing is known: the rows of a report's tables, its findings, its sections. */
const LIST = 25;

class Estimate {
  values = 0;
  #steps = 0;
  constructor(
    private readonly question: Question,
    private readonly known: Known,
    private readonly limit: number,
  ) {}

  /** Stops as soon as the limit is passed, so that it takes no longer than what it guards. */
  walk(selectionSet: SelectionSetNode, typeName: string, place: Place): void {
    for (const selection of selectionSet.selections) {
      if (this.values > this.limit) return;
      this.#steps += 1;
      if (this.#steps > MAX_STEPS) this.values = Infinity;
      for (const directive of selection.directives ?? []) this.#check(directive);
      if (selection.kind === Kind.FIELD) {
        this.values += place.times;
        if (!selection.name.value.startsWith('__')) this.#descend(selection, typeName, place);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.question.fragments.get(selection.name.value);
      if (fragment) this.walk(fragment.selectionSet, fragment.typeCondition?.name.value ?? typeName, place);
    }
  }

  /** Directives change nothing here: what is skipped counts, too. */
  #check(node: DirectiveNode): void {
    const definition = this.question.schema.getDirective(node.name.value);
    if (definition) argumentValues(definition, node, this.question.variables);
  }

  #descend(node: FieldNode, typeName: string, place: Place): void {
    const { schema, variables } = this.question;
    const parent = schema.getType(typeName);
    const definition = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (definition === undefined) return;
    const args = argumentValues(definition, node, variables);
    if (node.selectionSet === undefined) return;
    this.walk(node.selectionSet, getNamedType(definition.type).name, this.#below(typeName, definition, args, place));
  }

  #below(
    parent: string,
    { name, type, args: declared }: GraphQLField<unknown, unknown>,
    args: Readonly<Record<string, unknown>>,
    { times, at, page }: Place,
  ): Place {
    if (getNamedType(type).name === 'Division') {
      const codes = divisionsAt({ parent, name, args, at }, this.known.divisions, this.limit);
      if (codes !== null) return { times: codes.length, at: codes, page: null };
    }
    const first = args['first'];
    if (!isListType(getNullableType(type))) return { times, at: null, page: typeof first === 'number' ? first : null };
    if (declared.some((argument) => argument.name === 'groupBy')) {
      const field = { name, args, at, inAgency: parent === 'Agency', times };
      return { times: estimateGroups(field, this.known), at: null, page: null };
    }
    return { times: times * (page ?? (typeof first === 'number' ? first : LIST)), at: null, page: null };
  }
}

/**
 * How many values the answer to a question has at most: each field of each object is one. Lists of divisions are counted
 * exactly, groups of totals from the dimensions, pages from `first`; what introspection gives is not counted.
 * @returns a number above `limit`, not the whole, where the limit is passed
 * @throws GraphQLError for an argument that does not fit
 */
export function estimateValues(question: Question, known: Known, limit: number): number {
  const estimate = new Estimate(question, known, limit);
  const root = question.schema.getRootType(question.operation.operation);
  if (root) estimate.walk(question.operation.selectionSet, root.name, { times: 1, at: null, page: null });
  return estimate.values;
}
