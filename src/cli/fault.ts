import { CommanderError } from 'commander';
import { AppError, ConfigError, UsageError } from '../errors.js';
import { log } from '../log.js';
import { printable } from '../printable.js';
import { EXIT } from './exitCodes.js';

/**
 * Says in one line on stderr what went wrong and what to do about it; of what is no AppError, and so a bug, everything.
 * @returns the exit code
 */
export function fault(error: unknown): number {
  // Commander has said it already; asking for help or the version is no misuse.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.misuse;
  if (!(error instanceof AppError)) {
    log.error('bug', { error });
    return EXIT.fault;
  }
  process.stderr.write(
    `gongkai: ${printable(error.message)}.${error.help === null ? '' : ` ${printable(error.help)}`}\n`,
  );
  if (error.cause !== undefined) log.debug('cause', { cause: error.cause });
  return error instanceof ConfigError || error instanceof UsageError ? EXIT.misuse : EXIT.fault;
}
