import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type BadSetting, ConfigError } from './errors.js';
import { LOG_LEVELS, type LogLevel } from './log.js';

/** Everything that can be set from outside. */
export interface Config {
  /** Address of a PostgreSQL of one's own; null: the embedded one is used. */
  readonly databaseUrl: string | null;
  /** Addresses of its streaming replicas, which answer in its place. */
  readonly replicaUrls: readonly string[];
  /** A replica that is further behind (s) is left out. */
  readonly replicaLag: number;
  /** Name or address of the network interface that the GraphQL server listens on. */
  readonly host: string;
  /** Port of the GraphQL server; 0 takes any free one. */
  readonly port: number;
  /** Folder of the embedded PostgreSQL, absolute. */
  readonly dataFolder: string;
  /** Whether the sample reports are loaded; null: into an embedded database that holds nothing else. */
  readonly samples: boolean | null;
  readonly logLevel: LogLevel;
  /** Whether questions may pass by Apollo Server; the answers are the same. */
  readonly fast: boolean;
  /** Megabytes (2^20 bytes) of stored answers in each process; 0: every question is computed. */
  readonly storedMegabytes: number;
  /** What a GET may be kept for without asking (s); null: it is to be asked for each time. */
  readonly maxAge: number | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const SETTINGS = [
  'DATABASE_URL',
  'DATABASE_REPLICA_URLS',
  'DATABASE_REPLICA_LAG',
  'HOST',
  'PORT',
  'GONGKAI_DATA',
  'GONGKAI_SAMPLES',
  'GONGKAI_FAST',
  'GONGKAI_STORED_MB',
  'GONGKAI_MAX_AGE',
  'LOG_LEVEL',
] as const;
type Setting = (typeof SETTINGS)[number];

/** They may hold a password: no message repeats them. */
const SECRETS: readonly Setting[] = ['DATABASE_URL', 'DATABASE_REPLICA_URLS'];

/** Collects what is wrong; an empty variable is an unset one, as container files make them. */
class Reader {
  readonly bad: BadSetting[] = [];
  constructor(private readonly env: Environment) {}

  read<T>(name: Setting, otherwise: T, expected: string, parse: (text: string) => T | undefined): T {
    const text = this.env[name]?.trim() ?? '';
    if (text === '') return otherwise;
    const value = parse(text);
    if (value !== undefined) return value;
    this.bad.push({ name, value: SECRETS.includes(name) ? null : text, expected });
    return otherwise;
  }

  /** A misspelled setting would be passed over in silence. */
  refuseUnknown(): void {
    for (const name of Object.keys(this.env))
      if (name.startsWith('GONGKAI_') && !SETTINGS.some((known) => known === name))
        this.bad.push({ name, value: null, expected: `is not known (known are ${SETTINGS.join(', ')})` });
  }
}

const asNumberTo =
  (most: number) =>
  (text: string): number | undefined =>
    /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

const asDatabaseUrl = (text: string): string | undefined =>
  /^postgres(?:ql)?:/.test(text) && URL.canParse(text) ? text : undefined;

const asDatabaseUrls = (text: string): readonly string[] | undefined => {
  const urls = text.split(',').map((url) => asDatabaseUrl(url.trim()));
  return urls.every((url) => url !== undefined) ? urls : undefined;
};

const asSeconds = (text: string): number | undefined => {
  const seconds = asNumberTo(3_600)(text);
  return seconds === 0 ? undefined : seconds;
};

/** An address, or a name that a resolver could know. */
const asHost = (text: string): string | undefined =>
  isIP(text) !== 0 || /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text) ? text : undefined;

const SWITCH = new Map<string, boolean>([
  ['1', true],
  ['0', false],
]);

/**
 * Reads the settings from environment variables; nothing else in the program looks at them.
 * @throws ConfigError naming every bad variable at once
 */
export function readConfig(env: Environment): Config {
  const reader = new Reader(env);
  const config: Config = {
    databaseUrl: reader.read<string | null>(
      'DATABASE_URL',
      null,
      'should look like postgres://user:password@host:5432/database',
      asDatabaseUrl,
    ),
    replicaUrls: reader.read<readonly string[]>(
      'DATABASE_REPLICA_URLS',
      [],
      'should be addresses like that of DATABASE_URL, with commas between them',
      asDatabaseUrls,
    ),
    replicaLag: reader.read(
      'DATABASE_REPLICA_LAG',
      10,
      'should be a whole number of seconds from 1 to 3600',
      asSeconds,
    ),
    host: reader.read('HOST', '0.0.0.0', 'should be the address or name of a network interface', asHost),
    port: reader.read('PORT', 4000, 'should be a whole number from 0 to 65535', asNumberTo(65_535)),
    dataFolder: resolve(reader.read('GONGKAI_DATA', '.gongkai', 'should be a folder', (text) => text)),
    samples: reader.read<boolean | null>('GONGKAI_SAMPLES', null, 'should be 1 or 0', (text) => SWITCH.get(text)),
    logLevel: reader.read<LogLevel>('LOG_LEVEL', 'info', `should be one of ${LOG_LEVELS.join(', ')}`, (text) =>
      LOG_LEVELS.find((level) => level === text.toLowerCase()),
    ),
    fast: reader.read('GONGKAI_FAST', true, 'should be 1 or 0', (text) => SWITCH.get(text)),
    storedMegabytes: reader.read(
      'GONGKAI_STORED_MB',
      64,
      'should be a whole number of megabytes from 0 to 65536',
      asNumberTo(65_536),
    ),
    maxAge: reader.read<number | null>(
      'GONGKAI_MAX_AGE',
      null,
      'should be a whole number of seconds up to 31536000, a year',
      asNumberTo(31_536_000),
    ),
  };
  reader.refuseUnknown();
  if (config.databaseUrl === null && config.replicaUrls.length > 0)
    reader.bad.push({
      name: 'DATABASE_REPLICA_URLS',
      value: null,
      expected: 'needs DATABASE_URL: the embedded database has no replicas',
    });
  if (reader.bad.length > 0) throw new ConfigError(reader.bad);
  return Object.freeze(config);
}
