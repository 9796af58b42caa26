import { type Chapter, chapterOf } from '../forms/chapterOf.js';
import { compact } from '../text/compact.js';
import type { NarrativeSection } from '../types.js';

/** The prose of a section, white space left out; null where the report has no such section. */
export function sectionOf(narrative: readonly NarrativeSection[], number: Chapter): string | null {
  const sections = narrative.filter(({ heading }) => chapterOf(heading) === number);
  return sections.length === 0 ? null : compact(sections.map(({ text }) => text).join(''));
}
