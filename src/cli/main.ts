import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type Config, readConfig } from '../config.js';
import { log } from '../log.js';
import { fault } from './fault.js';
import { createProgram } from './program.js';
import { watchOutput } from './watchOutput.js';

/** From the environment, and from a file .env in the current folder for what the environment leaves open. */
const settings = (): Config => {
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig(process.env);
  log.level = config.logLevel;
  return config;
};

/** What nothing has caught is a bug; the code that Node ends with means something else here. */
const endWithBug = (error: unknown): void => process.exit(fault(error));

/**
 * Runs a command line to its end.
 * @param args what stands after the name of the program
 * @returns the exit code, by `EXIT`
 */
export async function main(args: readonly string[]): Promise<number> {
  watchOutput();
  process.on('uncaughtException', endWithBug);
  let code = 0;
  try {
    await createProgram({ config: settings, exit: (ended) => (code = ended) }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return fault(error);
  }
}
