const PERIOD = /(?<from>20\d{2})年1月1日起?[，,]?(?:至|到|—|-|~|–)+(?:(?<to>20\d{2})年)?12月31日/u;
/** Where a sentence begins with its year: 2020年，我局… */
const OPENING = /(?:^|[。；])(?:\d[.、]|[（(][一二三四五六七八九十]{1,2}[)）])?(?<year>20\d{2})年(?:度)?[，,]/gu;

/** The reporting period that a text states (统计期限自2020年1月1日起至12月31日止); null where it states none. */
export function statedPeriod(text: string): number | null {
  const { from, to } = PERIOD.exec(text)?.groups ?? {};
  return from === undefined || (to !== undefined && to !== from) ? null : Number(from);
}

/**
 * The year that lines of text speak of: their stated period, else the title's where a sentence names it, else the one year that
 * sentences begin with; null where they begin with several or none. What will be in a later year is none of it.
 */
export function yearOfText(lines: readonly string[], title: number): number | null {
  const stated = statedPeriod(lines.join('。'));
  if (stated !== null) return stated;
  const isPlan = (sentence: string): boolean => sentence.includes('将') && sentence.includes(`${title + 1}年`);
  const text = lines.flatMap((line) => line.split(/(?<=[。；])/u).filter((sentence) => !isPlan(sentence))).join('。');
  if (text.includes(`${title}年`)) return title;
  const years = new Set([...text.matchAll(OPENING)].map((match) => Number(match.groups?.['year'])));
  const [only] = years;
  return years.size === 1 ? (only ?? null) : null;
}
