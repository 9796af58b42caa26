import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type Config, readConfig } from '../config.js';
import { log } from '../log.js';
import { fault } from './fault.js';
import { createProgram } from './program.js';

/** From the environment, and from a file .env in the current folder for what the environment leaves open. */
const settings = (): Config => {
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig(process.env);
  log.level = config.logLevel;
  return config;
};

/** A reader that has had enough (`| head`) is no fault; there is nobody left to tell. */
const endWithReader = (): void =>
  void process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EPIPE_EXIT);
  });

/** 128 and the number of SIGPIPE, as programs in C end. */
const EPIPE_EXIT = 141;

/**
 * Runs a command line to its end.
 * @param args what stands after the name of the program
 * @returns the exit code, by `EXIT`
 */
export async function main(args: readonly string[]): Promise<number> {
  endWithReader();
  let code = 0;
  try {
    await createProgram({ config: settings, exit: (ended) => (code = ended) }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return fault(error);
  }
}
