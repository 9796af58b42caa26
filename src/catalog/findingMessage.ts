import { type FindingCode, FINDINGS } from './findings.js';

interface Address {
  readonly code: string;
  readonly place: string | null;
  readonly raw: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
}

/** The sentence of a finding, its values filled in; a dash where it has none. */
export function findingMessage({ code, ...values }: Address, language: 'ZH' | 'EN'): string {
  const entry = FINDINGS[code as FindingCode];
  const sentence = language === 'ZH' ? entry.zh : entry.en;
  return sentence.replace(
    /\{(place|raw|expected|actual)\}/g,
    (_, name: 'place' | 'raw' | 'expected' | 'actual') => values[name] ?? '—',
  );
}
