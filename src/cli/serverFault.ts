import { codeOf, PortError } from '../errors.js';

/** Says what keeps the server from listening; any other error is handed back as it is. */
export function serverFault(error: unknown, port: number): unknown {
  const reason = REASONS.get(codeOf(error) ?? '');
  return reason === undefined ? error : new PortError(port, reason, { cause: error });
}

const REASONS = new Map([
  ['EADDRINUSE', 'is taken by another program'],
  ['EACCES', 'needs rights that this user lacks'],
]);
