import type { Line } from '../Match.js';
import { compact } from '../text/compact.js';
import type { Document } from '../types.js';

/** Rows of the 统计表 that reports of 2018 and before carry, and no later form has. */
const OLD_ROWS = [
  /主动公开政府信息数/,
  /通过不同渠道和方式公开政府信息/,
  /制发规范性文件总?数/,
  /回应公众关注热点|回应解读情况/,
  /收到(?:政府信息公开)?申请数/,
  /申请办结数/,
  /(?:按时|延期)办结数/,
  /申请答复数/,
  /已主动公开范围数/,
  /同意(?:部分)?公开答复数/,
  /不属于本行政机关公开数/,
  /申请信息不存在数/,
  /告知(?:作出更改补充|通过其他途径办理)数/,
  /维持具体行政行为数/,
  /被依法纠错数/,
  /政府信息公开统计表/,
];
const ENOUGH_ROWS = 4;
const ENOUGH_HEADINGS = 2;
const TITLE = /(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)|年度政府信息公开/;
const LONGEST_TITLE = 120;

/** Whether a document is a report in the form used until 2018. */
export function isOldForm(lines: readonly Line[]): boolean {
  const text = compact(lines.map((line) => line.text).join('\n'));
  return OLD_ROWS.filter((row) => row.test(text)).length >= ENOUGH_ROWS;
}

/** Whether a document is an annual report at all: it has the title or some of the headings of one. */
export function isReport(document: Document, lines: readonly Line[]): boolean {
  const isTitle = (text: string): boolean => text.length <= LONGEST_TITLE && TITLE.test(compact(text));
  if (isTitle(document.declaredTitle ?? '')) return true;
  const chapters = new Set(lines.map(({ chapter }) => chapter));
  chapters.delete(null);
  // 总体情况 and 存在的主要问题 are headings of any report, and pages about disclosure have 主动公开政府信息情况.
  const ours = chapters.has(3) || chapters.has(4) || (chapters.has(2) && chapters.size >= ENOUGH_HEADINGS);
  return ours || lines.some(({ text }) => isTitle(text));
}
