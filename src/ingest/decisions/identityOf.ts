import { SCOPES, type Scope } from '../../catalog/forms.js';
import { kindOf } from '../identify/kindOf.js';
import type { Identity } from '../types.js';

const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);

/**
 * What a kept document says of itself, as far as decisions turn on it: the reverse of `readingOf`. Its name is the normalized
 * one, the title is not known.
 */
export function identityOf(reading: string): Identity {
  const words = reading.split(' ');
  const [scope = '', year = ''] = [words.at(-2), words.at(-3)];
  const [kind, place = ''] = words;
  const name = words.slice(2, -3).join(' ');
  if (!isScope(scope)) throw new Error(`no reading: ${reading}`);
  return {
    agencyName: name,
    normalizedName: name,
    kind: kindOf(name),
    division: kind === '1' ? place : null,
    site: kind === '2' ? place : null,
    year: Number(year),
    scope,
    scopeBasis: 'DEFAULT',
    title: null,
    publishedOn: null,
  };
}
