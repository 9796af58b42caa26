import type { Match } from './Match.js';
import { collapse } from './text/collapse.js';
import type { NarrativeSection } from './types.js';

/** Lines of nothing but rules and pipes say nothing. */
const WORDS = /[\p{L}\p{N}\u2e80-\u2fdf]/u;

/**
 * The prose of the sections, in printed order, a line a paragraph; tables left out, and what stands before the first
 * heading. A heading that only a table of contents has gives no section.
 */
export function narrate({ lines, tabular }: Match): NarrativeSection[] {
  const sections: { chapter: number; heading: string; lines: string[] }[] = [];
  lines.forEach((line, index) => {
    if (line.chapter !== null) sections.push({ chapter: line.chapter, heading: collapse(line.text), lines: [] });
    else if (line.table === null && tabular[index] !== true && WORDS.test(line.text))
      sections.at(-1)?.lines.push(collapse(line.text));
  });
  const last = new Map(sections.map(({ chapter }, at) => [chapter, at]));
  return sections
    .filter((section, at) => section.lines.length > 0 || last.get(section.chapter) === at)
    .map(({ heading, lines }) => ({ heading, text: lines.join('\n') }));
}
