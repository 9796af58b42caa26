/** How urgent an error is: `error` = someone must act now, `warn` = look at it this week. */
export type ErrorLevel = 'error' | 'warn';

/**
 * A fault of the caller or of the world that we know and can explain. `code` tells programs what happened, `message`
 * says what was expected and what came, `help` what to do about it (null where nothing can be said). Anything thrown
 * that is no AppError is a bug.
 */
export abstract class AppError extends Error {
  abstract readonly code: string;
  readonly level: ErrorLevel = 'error';

  constructor(
    message: string,
    readonly help: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** One setting that cannot be used. */
export interface BadSetting {
  readonly name: string;
  /** As given; null where it must not be repeated (it may hold a password). */
  readonly value: string | null;
  readonly expected: string;
}

/** Settings that cannot be used, all of them at once. */
export class ConfigError extends AppError {
  readonly code = 'BAD_SETTING';
  constructor(readonly settings: readonly BadSetting[]) {
    const said = settings.map(
      ({ name, value, expected }) => `${name}${value === null ? '' : ` is ${JSON.stringify(value)},`} ${expected}`,
    );
    super(
      `cannot start with ${settings.length === 1 ? 'this setting' : 'these settings'}: ${said.join('; ')}`,
      'Correct the environment variables (see .env.example).',
    );
  }
}

/** A command line that makes no sense. */
export class UsageError extends AppError {
  readonly code = 'MISUSE';
  override readonly level = 'warn';
}

/** No answer from the database of DATABASE_URL, or it does not let us in. */
export class DatabaseUnreachableError extends AppError {
  readonly code = 'DATABASE_UNREACHABLE';
}

/** The database answers, but is not one that we can work on. */
export class DatabaseUnsuitableError extends AppError {
  readonly code = 'DATABASE_UNSUITABLE';
}

/** The embedded PostgreSQL cannot be set up, started or shared. */
export class EmbeddedDatabaseError extends AppError {
  readonly code = 'EMBEDDED_DATABASE';
}

/** The database answered, and failed at the work or went away. */
export class DatabaseFailedError extends AppError {
  readonly code = 'DATABASE_FAILED';
}

/** What is told on stdout goes nowhere. */
export class OutputError extends AppError {
  readonly code = 'OUTPUT';
  constructor(cause: unknown) {
    super(`cannot write to stdout: ${messageOf(cause)}`, 'Free some space, or send it elsewhere.', { cause });
  }
}

/** The server cannot listen where it should. */
export class PortError extends AppError {
  readonly code = 'PORT';
  constructor(port: number, reason: string, options?: ErrorOptions) {
    super(`port ${port} ${reason}`, 'Set PORT to another one, e.g. PORT=4001; 0 takes any that is free.', options);
  }
}

/** There is no such network interface. */
export class HostError extends AppError {
  readonly code = 'HOST';
  constructor(host: string, options?: ErrorOptions) {
    super(`cannot listen on ${host}, which is no interface of this machine`, 'Correct HOST, or unset it.', options);
  }
}

const textOf = (error: unknown, key: 'code' | 'message'): string | null => {
  const text: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : null;
  return typeof text === 'string' && text !== '' ? text : null;
};

/** The code that Node or PostgreSQL gave an error; null where it has none. */
export const codeOf = (error: unknown): string | null => textOf(error, 'code');

/** What an error says; of several in one, what each says. */
export const messageOf = (error: unknown): string =>
  textOf(error, 'message') ??
  (error instanceof AggregateError ? error.errors.map(messageOf).join(', ') : (codeOf(error) ?? String(error)));
