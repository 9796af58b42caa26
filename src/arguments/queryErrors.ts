import { AppError } from '../errors.js';

/** A question that cannot be asked as it is: which argument, what came, what is expected. */
export class BadUserInputError extends AppError {
  readonly code = 'BAD_USER_INPUT';
  override readonly level = 'warn';
}

/** A name that several divisions bear. */
export class AmbiguousNameError extends AppError {
  readonly code = 'AMBIGUOUS_NAME';
  override readonly level = 'warn';
  constructor(
    name: string,
    readonly candidates: readonly { readonly code: string; readonly fullName: string }[],
  ) {
    super(
      `${candidates.length} divisions are named ${name}: ${candidates.map(({ code, fullName }) => `${fullName} (${code})`).join(', ')}`,
      'Ask by code or by the full name.',
    );
  }
}

/** A sum of stocks, or of what is made of them, over years. */
export class NotAdditiveOverYearsError extends AppError {
  readonly code = 'NOT_ADDITIVE_OVER_YEARS';
  override readonly level = 'warn';
  constructor(stocks: readonly string[]) {
    super(
      `${stocks.join(', ')} ${stocks.length === 1 ? 'is' : 'are'} not added over years`,
      'A stock stands for its year: group by YEAR, or ask for exactly one.',
    );
  }
}

/** More groups than one answer holds. */
export class TooManyGroupsError extends AppError {
  readonly code = 'TOO_MANY_GROUPS';
  override readonly level = 'warn';
  constructor(
    readonly limit: number,
    readonly groups: number,
  ) {
    super(
      `the question has ${groups} groups, one answer holds ${limit}`,
      'Narrow the filter, or page with first and after.',
    );
  }
}
