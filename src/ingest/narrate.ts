import type { Chapter } from './forms/chapterOf.js';
import type { Match } from './Match.js';
import { collapse } from './text/collapse.js';
import type { NarrativeSection } from './types.js';

/** Lines of nothing but rules and pipes say nothing. */
const WORDS = /[\p{L}\p{N}\u2e80-\u2fdf]/u;

/** Prose that follows its heading on the same line: 五、存在的主要问题及改进情况：公开不够及时。 */
const GOES_ON = /^(?<heading>.{4,40}?)[：:。](?<rest>.+)$/su;

interface Open {
  readonly chapter: Chapter;
  readonly heading: string;
  readonly lines: string[];
  /** What stands in tables that hold no figures of the form. */
  readonly cells: string[];
}

/** Only sections without a table of the form go on behind their heading, or are all in a table of their own. */
const isProse = (chapter: Chapter): boolean => chapter === 1 || chapter >= 5;

function opened(chapter: Chapter, text: string): Open {
  const { heading = text, rest } = (isProse(chapter) && GOES_ON.exec(text)?.groups) || {};
  return { chapter, heading, lines: rest === undefined || !WORDS.test(rest) ? [] : [rest.trim()], cells: [] };
}

const textOf = ({ chapter, lines, cells }: Open): string =>
  (lines.length === 0 && isProse(chapter) ? cells : lines).join('\n');

/**
 * The prose of the sections, in printed order, a line a paragraph; tables left out but where a section is one, and what stands
 * before the first heading. A heading that only a table of contents has gives no section.
 */
export function narrate({ lines, tabular }: Match): NarrativeSection[] {
  const sections: Open[] = [];
  lines.forEach((line, index) => {
    if (line.chapter !== null) sections.push(opened(line.chapter, collapse(line.text)));
    else if (tabular[index] !== true && WORDS.test(line.text))
      sections.at(-1)?.[line.table === null ? 'lines' : 'cells'].push(collapse(line.text));
  });
  const last = new Map(sections.map(({ chapter }, at) => [chapter, at]));
  return sections
    .filter((section, at) => textOf(section) !== '' || last.get(section.chapter) === at)
    .map((section) => ({ heading: section.heading, text: textOf(section) }));
}
