import type { Position } from './Position.js';

/**
 * Why a server can never be read in place of the primary, as things are; null: it can.
 * @param identity cluster and database of the primary
 */
export function unfit(position: Position, identity: string): string | null {
  if (position.identity !== identity) return 'it is no copy of the database of DATABASE_URL';
  return position.standby ? null : 'it is no standby: it takes writes of its own';
}
