import { codeOf, messageOf } from '../../errors.js';

/**
 * Connection failures (08), refused logins (28), no room (53300), shut down or starting (57P01 to 57P03), and what the
 * system says of sockets and names; not Node's own ERR_….
 */
const LOST_CODE = /^(?:08\w{3}|28\w{3}|53300|57P0[123]|E[A-Z]+)$/;

/** What the driver says without a code. */
const LOST_MESSAGE =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has )/;

/** Whether an error says that the server could not be asked, rather than what it thinks of the statement. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error);
  return code === null ? LOST_MESSAGE.test(messageOf(error)) : LOST_CODE.test(code);
}
