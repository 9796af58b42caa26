import type { Term } from '../forms/terms.js';
import { compact } from '../text/compact.js';

/** The track that a heading or header names; null where it names none or several. */
export function trackIn(text: string): Term | null {
  const named = compact(text);
  if (named.includes('未经复议') && named.includes('复议后')) return null;
  if (named.includes('未经复议')) return { kind: 'track', code: 'LITIGATION_DIRECT' };
  if (named.includes('复议后')) return { kind: 'track', code: 'LITIGATION_AFTER_RECONSIDERATION' };
  return named.includes('行政复议') && !named.includes('诉讼') ? { kind: 'track', code: 'RECONSIDERATION' } : null;
}
