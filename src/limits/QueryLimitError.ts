import { AppError } from '../errors.js';

/** What of a question was too much. */
export type QueryLimitCode =
  | 'QUERY_TOO_DEEP'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'QUERY_TOO_COMPLEX'
  | 'QUERY_TIMEOUT'
  | 'REQUEST_TIMEOUT'
  | 'BODY_TOO_LARGE'
  | 'OVERLOADED';

/** A request that would cost more than one request may. */
export class QueryLimitError extends AppError {
  override readonly level = 'warn';
  constructor(
    readonly code: QueryLimitCode,
    message: string,
    /** The limit, in the unit that the message names. */
    readonly limit: number,
    help: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, help, options);
  }
}
