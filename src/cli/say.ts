import { printable } from '../printable.js';

/** One line on stdout. */
export const say = (line: string): void => void process.stdout.write(`${printable(line)}\n`);
