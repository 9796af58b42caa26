import type { Line } from './linesOf.js';

const SITE_WORDS = /(?:门户网站|政府网站|政务网|政府网|网站|网|信息公开平台|政务公开|信息公开|首页|欢迎您)+$/u;
const SPONSOR =
  /^(?:.{0,40}[^\p{Script=Han}])?(?:主办单位|主办|版权所有)[:：]?(?<name>\p{Script=Han}{3,30}?)(?:承办|主办|维护|版权|网站|$|[^\p{Script=Han}])/u;

/** A site's name without words for a site: 南阳市人民政府 of 南阳市人民政府门户网站. */
export const withoutSiteWords = (name: string): string => name.replace(SITE_WORDS, '');

const only = (names: readonly string[]): string[] => (new Set(names).size === 1 ? names.slice(0, 1) : []);

/** Whose site a page is on: the one government that its head names alone on a line, and the one that its foot names as 主办单位. */
export function findHosts(lines: readonly Line[], title: number): string[] {
  const heads = lines
    .slice(0, title)
    .filter(({ text }) => text.length < 40 && text.includes('人民政府'))
    .map(({ text }) => withoutSiteWords(text))
    .filter((name) => name.endsWith('人民政府'));
  const sponsors = lines
    .slice(title)
    .map(({ text }) =>
      text.length < 200 && /主办|版权/u.test(text) ? SPONSOR.exec(text)?.groups?.['name'] : undefined,
    )
    .filter((name) => name !== undefined);
  return [...only(heads), ...only(sponsors)];
}
