import { UNTOLD } from '../untold.js';

/** Fields that show their value as text. */
const WRITTEN = new Set(['text', 'number', 'tel', 'search', 'submit', 'button', 'reset', 'date', 'month']);

/** What an `input` shows; one without a value may be filled in by a script. */
export function shownInField({ type = '', value, hidden }: Readonly<Record<string, string>>): string {
  const kind = type.trim().toLowerCase() || 'text';
  if (kind === 'hidden' || hidden !== undefined) return '';
  return WRITTEN.has(kind) ? (value ?? UNTOLD) : UNTOLD;
}
