import { labelText } from '../text/labelText.js';

/** The six sections of a report, 一 to 六. */
export type Chapter = 1 | 2 | 3 | 4 | 5 | 6;

/** How the headings read, notes, numbering and blanks taken off; met in real reports. */
const HEADINGS: readonly (readonly [Chapter, RegExp])[] = [
  [1, /^(?:总体|基本|总体工作|工作基本|工作总体|基础工作|基本工作)(?:情况|概述|情况概述|工作情况)$|^概述$|^概况$/],
  [2, /^主动公开(?:政府)?信息(?:的)?(?:工作)?情况/],
  [3, /^收到和处理(?:政府)?信息公开申请(?:的)?(?:情况)?/],
  [4, /^(?:因)?(?:政府)?信息公开(?:工作)?(?:被)?(?:申请)?(?:提起)?行政复议(?:和|及)?(?:提起)?行政诉讼(?:的)?情况/],
  [5, /^(?:政府信息公开)?(?:工作)?(?:中)?存在(?:的)?(?:主要)?问题/],
  [
    6,
    /^(?:其他)?(?:需要|应当|需)(?:说明和)?报告的?(?:其他)?(?:的)?(?:事项|情况)$|^其他(?:需要)?(?:报告|说明)的?(?:事项|情况)$/,
  ],
];
/** What the headings of sections without a table may say beside, under their own number: 五、存在的不足及下一步打算. */
const UNDER_NUMBER: Readonly<Record<string, readonly [Chapter, RegExp]>> = {
  一: [1, /^(?:20\d\d年|年?度|本年|政府|信息公开|工作|开展|主要|总体|整体|基本|概述|概况|综述|情况|的)+$/],
  五: [
    5,
    /^(?=.*(?:问题|不足|困难|改进|整改))(?:政府|信息公开|工作|中?存在|的|主要|突出|问题|不足|困难|之处|以?及|和|与|下一?步|打算|计划|安排|改进|整改|措施|情况|方向|思路|建议)+$/,
  ],
  六: [6, /^(?:其[他它]|需要?|应当?|报告|说明|公开|有关|相关|重要|事项|情况|的)+$/],
};
/** Longer than any heading; a section whose whole table is on the line of its heading begins with it all the same. */
const LONGEST = 40;

/** One of these characters is in each heading; figures and most labels have none. */
const WORDS = /[况述题项情足施]/;
const NUMBERED = /^[\p{Script=Han}\u2f00-\u2fdf]\s?[、.．,，]/u;

/** Which section a line is the heading of; null where it is none. */
export function chapterOf(line: string): Chapter | null {
  const start = line.trimStart().slice(0, LONGEST);
  if (start.length < 2 || !WORDS.test(start) || (line.length > LONGEST && !NUMBERED.test(start))) return null;
  const { key, mark } = labelText(start.replace(/[。；;].*$/s, '。'));
  if (mark !== null && !/^[一二三四五六七八九十]$/.test(mark)) return null;
  const [numbered, wider] = (mark !== null && UNDER_NUMBER[mark]) || [null, /$^/];
  return HEADINGS.find(([, pattern]) => pattern.test(key))?.[0] ?? (wider.test(key) ? numbered : null);
}
