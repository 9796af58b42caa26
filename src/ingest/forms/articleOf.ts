import { compact } from '../text/compact.js';

/** The paragraphs of article 20 of the Regulations that section two has a block for. */
export type Article = '一' | '五' | '六' | '八' | '九';

const ARTICLE = /第二十条第?[(（]?第?([一五六八九])[)）]?项/;
const LONGEST = 60;

/** The article line over a block of section two, such as 第二十条第（一）项 or 第二十条(五)项; null for any other line. */
export function articleOf(line: string): Article | null {
  if (line.length > LONGEST || !line.includes('第')) return null;
  const found = ARTICLE.exec(compact(line))?.[1];
  return found === '一' || found === '五' || found === '六' || found === '八' || found === '九' ? found : null;
}
