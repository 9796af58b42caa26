const PERIOD = /(?<from>20\d{2})年1月1日起?[，,]?(?:至|到|—|-|~|–)+(?:(?<to>20\d{2})年)?12月31日/u;
/** Where a sentence begins with its year: 2020年，我局… */
const OPENING = /(?:^|[。；])(?:\d[.、]|[（(][一二三四五六七八九十]{1,2}[)）])?(?<year>20\d{2})年(?:度)?[，,]/gu;

/** The reporting period that a text states (统计期限自2020年1月1日起至12月31日止); null where it states none. */
export function statedPeriod(text: string): number | null {
  const { from, to } = PERIOD.exec(text)?.groups ?? {};
  return from === undefined || (to !== undefined && to !== from) ? null : Number(from);
}

/**
 * The year that lines of text speak of: their stated period, else the one year that their sentences begin with; null where
 * they begin with several or none.
 */
export function yearOfText(lines: readonly string[]): number | null {
  const text = lines.join('。');
  const stated = statedPeriod(text);
  if (stated !== null) return stated;
  const years = new Set([...text.matchAll(OPENING)].map((match) => Number(match.groups?.['year'])));
  const [only] = years;
  return years.size === 1 ? (only ?? null) : null;
}
