import { printable } from './printable.js';

/** From the most to the least urgent: error = someone must act now, warn = look this week, info = one line a document. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What happened to what: names as in the code, values that JSON can hold, or an Error. */
type LogFields = Readonly<Record<string, unknown>>;

interface Sink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const describeError = (error: Error): object => ({
  name: error.name,
  message: error.message,
  stack: error.stack,
  ...(error.cause === undefined ? {} : { cause: error.cause }),
});

const replacer = (_key: string, value: unknown): unknown => {
  if (value instanceof Error) return describeError(value);
  return typeof value === 'bigint' ? value.toString() : value;
};

/** On a terminal: plain words stay bare, everything else is quoted as JSON; of an error what it says. */
const pretty = (value: unknown): string => {
  const shown = value instanceof Error ? value.message : value;
  const bare = typeof shown === 'string' && !/[\s"=]/.test(shown);
  return printable(bare ? shown : JSON.stringify(shown, replacer));
};

/** Where the errors among the values came from, a line each. */
const stacks = (fields: LogFields): string =>
  Object.values(fields)
    .map((value) => (value instanceof Error && value.stack !== undefined ? value.stack.split('\n').slice(1) : []))
    .flatMap((lines) => lines.map((line) => `${printable(line)}\n`))
    .join('');

/** Events, one a line: JSON for programs, words for a terminal. Data goes to stdout, the log never does. */
export class Log {
  level: LogLevel = 'info';

  constructor(private readonly sink: Sink) {}

  error(event: string, fields: LogFields = {}): void {
    this.#write('error', event, fields);
  }
  warn(event: string, fields: LogFields = {}): void {
    this.#write('warn', event, fields);
  }
  info(event: string, fields: LogFields = {}): void {
    this.#write('info', event, fields);
  }
  debug(event: string, fields: LogFields = {}): void {
    this.#write('debug', event, fields);
  }

  #write(level: LogLevel, event: string, fields: LogFields): void {
    if (LOG_LEVELS.indexOf(level) > LOG_LEVELS.indexOf(this.level)) return;
    const time = new Date().toISOString();
    if (this.sink.isTTY !== true)
      return void this.sink.write(`${JSON.stringify({ time, level, event, ...fields }, replacer)}\n`);
    const words = Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}=${pretty(value)}`);
    this.sink.write(`${time.slice(11, 19)} ${level.padEnd(5)} ${event}${words.join('')}\n${stacks(fields)}`);
  }
}

/** The log of the program, on stderr. */
export const log = new Log(process.stderr);
