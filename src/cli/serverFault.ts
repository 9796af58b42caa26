import type { Config } from '../config.js';
import { codeOf, HostError, PortError } from '../errors.js';

/** Says what keeps the server from listening; any other error is handed back as it is. */
export function serverFault(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown {
  const code = codeOf(error) ?? '';
  if (NO_HOST.has(code)) return new HostError(host, { cause: error });
  const reason = REASONS.get(code);
  return reason === undefined ? error : new PortError(port, reason, { cause: error });
}

const NO_HOST = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']);

const REASONS = new Map([
  ['EADDRINUSE', 'is taken by another program'],
  ['EACCES', 'needs rights that this user lacks'],
]);
