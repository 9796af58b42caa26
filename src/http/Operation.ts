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
import type { AnswerContext, Context } from '../context.js';
import { AppError } from '../errors.js';
import type { Known } from '../limits/estimateGroups.js';
import { fragmentsOf } from '../limits/fragmentsOf.js';
import { isAffordable } from '../limits/refuseComplex.js';
import { ByteSink } from './atOnce/ByteSink.js';
import { compileAtOnce, type WriteData } from './atOnce/compile.js';
import type { Variables } from './atOnce/Program.js';

/** Answers are written one after the other, each without a break. */
const SINK = new ByteSink();

/** A query of a valid document: executed by graphql-js when first asked, from the second time on compiled. */
export class Operation {
  #asked = 0;
  #compiled: CompiledQuery | null = null;
  /** Of a query without variables: whether it is affordable. */
  #coerced: Variables | null | undefined;
  #atOnce: WriteData | null | undefined;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly node: OperationDefinitionNode,
  ) {}

  /** The variables as the query takes them; null where they do not fit, or the answer would be too large. */
  coerce(variables: Variables, known: Known): Variables | null {
    if (this.#coerced !== undefined) return this.#coerced;
    const definitions = this.node.variableDefinitions ?? [];
    const { coerced } = getVariableValues(this.schema, definitions, variables);
    const accepted = coerced !== undefined && this.#accepts(coerced, known) ? coerced : null;
    if (definitions.length === 0) this.#coerced = accepted;
    return accepted;
  }

  #accepts(variables: Variables, known: Known): boolean {
    const { schema, node: operation } = this;
    try {
      return isAffordable({ schema, operation, fragments: fragmentsOf(this.document), variables }, known);
    } catch {
      // An argument does not fit: Apollo Server is to say so.
      return false;
    }
  }

  /** Its answer, where all of it is in memory and right; else null. */
  executeAtOnce(variables: Variables, context: AnswerContext): Buffer | null {
    if (this.#atOnce === undefined) this.#atOnce = compileAtOnce(this.schema, this.node, fragmentsOf(this.document));
    if (this.#atOnce === null) return null;
    SINK.clear();
    SINK.ascii('{"data":');
    try {
      this.#atOnce(SINK, context, variables);
    } catch {
      // Whatever it is, the long way says so as it is to be said.
      return null;
    }
    SINK.ascii('}\n');
    return SINK.taken();
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
