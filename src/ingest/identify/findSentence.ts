import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';
import { parseHead, tailsIn, type Title } from './parseTitle.js';

/** How far in front of 政府信息公开工作年度报告 its sentence may name agency and year. */
const REACH = 70;
const GOES_ON = /^[\p{Script=Han}，。；,;》）)]/u;
const DELIMITER = /[，。；：！？、（）“”()《》,;:!?]/u;
const VERB = /(?:现向社会|向社会|现将|现予|现)?(?:公布|发布|公开|编制|撰写|形成|制作|制定)(?:了|的)?|现将/gu;

const lastPiece = (text: string): string => text.split(DELIMITER).at(-1) ?? '';

/**
 * 现公布某局2020年度… has its agency behind the verb, 某局现公布2020年度… before it. Without a verb the sentence must go on: else it
 * is the title of another document (下一篇：…).
 */
function readClause(clause: string, goesOn: boolean): Title | null {
  const verb = [...clause.matchAll(VERB)].at(-1);
  if (verb === undefined) return goesOn ? parseHead(clause) : null;
  const behind = parseHead(clause.slice(verb.index + verb[0].length));
  if (behind.agency !== null) return behind;
  const before = parseHead(clause.slice(0, verb.index).replace(/^(?:本报告|本年报)?由/u, ''));
  return { agency: before.agency, year: behind.year };
}

/**
 * A report without a title line names itself in a sentence: 现公布南阳市城乡一体化示范区管理委员会2020年度政府信息公开工作进展情况报告.
 * @returns the first sentence that names both agency and year, else null. What stands in《》is another document.
 */
export function findSentence(lines: readonly Line[]): Title | null {
  for (const { text } of lines)
    for (const { start, end } of tailsIn(text)) {
      const front = text.slice(Math.max(0, start - REACH), start);
      if (front.lastIndexOf('《') > front.lastIndexOf('》')) continue;
      const title = readClause(lastPiece(front), GOES_ON.test(text.slice(end)));
      if (title !== null && title.agency !== null && title.year !== null && isOrganName(title.agency)) return title;
    }
  return null;
}
