import { withoutScopeRemark } from './withoutScopeRemark.js';
import { yearsIn } from './yearIn.js';

/** What a title says; null for what it leaves out. */
export interface Title {
  readonly agency: string | null;
  readonly year: number | null;
}

/** What every title ends in, as it occurs: 政府信息公开工作年度报告, 信息公开年报, 政府信息公开2020年度报告, … */
const TAIL =
  /(?:政府信息公开|政务信息公开|信息公开|政务公开)(?:[和与及]政务公开)?(?:工作)?(?:情况)?(?<year>20\d{2}年?)?的?(?:年?度)?(?:工作)?(?:进展)?(?:情况)?的?(?:年度)?(?:总结)?(?:报告|年报)/u;
/** Behind it at most the year, a remark in brackets, or the name of the site. */
const AFTER =
  /^(?:》的(?:通知|公告|通告)|[》”"]?)(?:\d{4}(?:年度?)?)?(?:[（(【[〔][^（()）]{0,30}[)）】\]〕])?(?:全文)?[》”"]?(?:\.(?:docx?|pdf|wps|xlsx?|html?))?(?:[-_|—–·:：].{0,60})?$/u;
const LEADING =
  /^(?:[#*>\s]+|附件\d{0,2}[:：]?|标题[:：]|名称[:：]|题名[:：]|\d{1,3}[.．、]|[一二三四五六七八九十]{1,3}[、.．]|【[^】]{0,20}】|[《“"]|关于(?:发布|公布|印发)?|\d{4}[-年]\d{1,2}[-月]\d{1,2}日?)/u;
const TRAILING = /(?:关于(?:发布|公布|印发)?|[的《“":：,，·-]|[（(【〔[][)）】〕\]]|年度|年)$/u;
/** Marks that no name of an organ holds. */
const NO_NAME = /[《》，。；？！:：,;?!>|]/u;

function strip(text: string): string {
  let left = text;
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replace(LEADING, '').replace(TRAILING, '');
  }
  return left;
}

/** The year behind a tail, （2023年度）; a day or the year of a revision there is another. */
function yearBehind(after: string): number | undefined {
  const [first] = yearsIn(after);
  return first !== undefined && /^(?:[^\p{Script=Han}\d]|$)/u.test(after.slice(first.end)) ? first.year : undefined;
}

/** The name in front of a title's tail, its year taken out. */
export function parseHead(head: string, after = ''): Title {
  const inHead = yearsIn(head);
  const named = inHead.filter((year) => year.named);
  const found = named.length > 0 ? named : inHead;
  const different = new Set(found.map(({ year }) => year));
  const [at] = found;
  const year = different.size === 1 ? at?.year : different.size === 0 ? yearBehind(after) : undefined;
  let name = head;
  for (const { start, end } of found.toReversed()) name = name.slice(0, start) + name.slice(end);
  const agency = strip(withoutScopeRemark(name));
  const isName = agency.length > 1 && agency.length <= 40 && /\p{Script=Han}/u.test(agency) && !NO_NAME.test(agency);
  return { agency: isName ? agency : null, year: year ?? null };
}

/** Whether a text holds the words that every title of a report ends in. */
export const holdsTail = (text: string): boolean => TAIL.test(text);

/** Where those words stand in a text, each time. */
export const tailsIn = (text: string): { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(new RegExp(TAIL, 'gu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

/**
 * Reads a title: agency and year in either order before 政府信息公开工作年度报告 or its variants.
 * @param text compact
 * @returns null where the text is no title of a report
 */
export function parseTitle(text: string): Title | null {
  if (text.length > 150) return null;
  const tail = TAIL.exec(text);
  if (tail === null) return null;
  const after = text.slice(tail.index + tail[0].length);
  if (!AFTER.test(after)) return null;
  const front = text.slice(0, tail.index);
  // 某镇人民政府信息公开年度报告 says 政府 once for two.
  const head = front.endsWith('人民') && tail[0].startsWith('政府') ? `${front}政府` : front;
  return parseHead(head, (tail.groups?.['year'] ?? '') + after);
}
