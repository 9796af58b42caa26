/** Every rule is held against every address. */
const MOST_RULES = 5_000;
/** What follows the first `*` of a rule is tried at every place of an address (bytes, all rules together). */
const MOST_TRIED = 2 * 1024;

/** The pattern of a line of robots.txt that allows or forbids something; null for any other. */
function patternOf(line: string): string | null {
  const [said = ''] = line.split('#', 1);
  const colon = said.indexOf(':');
  const field = said.slice(0, Math.max(0, colon)).trim().toLowerCase();
  return field === 'allow' || field === 'disallow' ? said.slice(colon + 1).trim() : null;
}

/**
 * Whether a robots.txt has more rules, or more after the wildcards in them, than can be held against an address in a few hundredths of a second.
 */
export function asksTooMuch(text: string): boolean {
  let [rules, tried] = [0, 0];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const pattern = patternOf(line);
    if (pattern === null) continue;
    rules += 1;
    const wildcard = pattern.indexOf('*');
    if (wildcard >= 0) tried += Buffer.byteLength(pattern.slice(wildcard));
    if (rules > MOST_RULES || tried > MOST_TRIED) return true;
  }
  return false;
}
