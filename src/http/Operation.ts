import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLError,
  getVariableValues,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../context.js';
import { AppError } from '../errors.js';
import type { Known } from '../limits/estimateGroups.js';
import { fragmentsOf } from '../limits/fragmentsOf.js';
import { isAffordable } from '../limits/refuseComplex.js';

type Variables = Readonly<Record<string, unknown>>;

/** A query of a valid document: executed by graphql-js when first asked, from the second time on compiled. */
export class Operation {
  #asked = 0;
  #compiled: CompiledQuery | null = null;
  /** Of a query without variables the cost is always the same. */
  #affordable: boolean | null = null;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly node: OperationDefinitionNode,
  ) {}

  /** Whether it may be executed with these variables: they fit, and the answer is not too large. */
  accepts(variables: Variables, known: Known): boolean {
    if (this.#affordable !== null) return this.#affordable;
    const definitions = this.node.variableDefinitions ?? [];
    const { coerced } = getVariableValues(this.schema, definitions, variables);
    if (coerced === undefined) return false;
    const question = {
      schema: this.schema,
      operation: this.node,
      fragments: fragmentsOf(this.document),
      variables: coerced,
    };
    const affordable = isAffordable(question, known);
    if (definitions.length === 0) this.#affordable = affordable;
    return affordable;
  }

  /** Its result with variables that it accepts. */
  async execute(variables: Variables, context: () => Context): Promise<ExecutionResult> {
    this.#asked += 1;
    if (this.#asked === 2) this.#compile();
    if (this.#compiled === null) return this.#interpret(variables, context());
    const result = await this.#compiled.query(undefined, context(), variables);
    // Compiled, a question reports the same fault once for each place. Bugs are not tried twice.
    return result.errors?.every(isKnownFault) === true ? this.#interpret(variables, context()) : result;
  }

  async #interpret(variables: Variables, context: Context): Promise<ExecutionResult> {
    const operationName = this.node.name?.value ?? null;
    const { schema, document } = this;
    return execute({ schema, document, contextValue: context, variableValues: variables, operationName });
  }

  #compile(): void {
    // The compiler's objects have prototypes, those of graphql-js have none.
    if (this.document.loc?.source.body.includes('__proto__') === true) return;
    const compiled = compileQuery(this.schema, this.document, this.node.name?.value);
    if (isCompiledQuery(compiled)) this.#compiled = compiled;
  }
}

/** A fault of the client, found at little cost; anything else is a bug or the database's. */
const isKnownFault = ({ originalError, extensions }: GraphQLError): boolean =>
  originalError instanceof AppError || extensions?.['code'] !== undefined;
