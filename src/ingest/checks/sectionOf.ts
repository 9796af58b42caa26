import { compact } from '../text/compact.js';
import type { NarrativeSection } from '../types.js';

/** The six sections (一 to 六) by the words that their headings have in all their variants. */
const HEADINGS: readonly RegExp[] = [
  /总体|概述|概况|概要|情况$/u,
  /主动公开/u,
  /申请/u,
  /复议|诉讼/u,
  /问题|改进|整改/u,
  /其他|其它|事项$/u,
];
/** 四 of 因政府信息公开工作被申请行政复议、提起行政诉讼情况 also holds 申请, so later sections are looked for first. */
const ORDER = [5, 4, 3, 2, 1, 0];

/** The number of a section by its heading, 1 to 6; null for a heading of none. */
export function numberOfSection(heading: string): number | null {
  const text = compact(heading);
  const found = ORDER.find((index) => HEADINGS[index]?.test(text));
  return found === undefined ? null : found + 1;
}

/** The prose of a section, white space left out; null where the report has no such section. */
export function sectionOf(narrative: readonly NarrativeSection[], number: number): string | null {
  const sections = narrative.filter(({ heading }) => numberOfSection(heading) === number);
  return sections.length === 0 ? null : compact(sections.map(({ text }) => text).join(''));
}
