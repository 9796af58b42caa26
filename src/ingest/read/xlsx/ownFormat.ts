/** What a format is made of: texts, what takes a character beside it as it is, conditions and colors, words without quotes. */
const PART = /"[^"]*"|[\\!_*].|\[[^\]]*\]|general|[^\0-\x7f]+/giu;
/** A language, and how its digits look: [$-804]. With a currency between it says more. */
const LANGUAGE = /^\[\$-[\da-f]+\]$/i;

/**
 * A number format (ECMA-376, 18.8.31) as the library takes it: it knows no General beside other sections or words, no
 * words without quotes, and takes a language for a currency.
 * @param general what an unformatted number shows, without its sign
 */
export const ownFormat = (format: string, general: string): string =>
  format.replaceAll('G/通用格式', 'General').replaceAll(PART, (part) => {
    if (/^general$/i.test(part)) return `"${general}"`;
    if (LANGUAGE.test(part)) return '';
    return /^[^\0-\x7f]/.test(part) ? `"${part}"` : part;
  });
