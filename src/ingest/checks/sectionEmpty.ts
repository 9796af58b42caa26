import type { Check } from './Check.js';
import { sectionOf } from './sectionOf.js';

const PROBLEMS = 5;
/** What is left of 无。, 暂无 and page numbers when punctuation and digits are gone: nothing said. */
const NOTHING = /^(?:|(?:暂|均)?无(?:相关|其他)?(?:内容|情况|问题)?|没有|不涉及|略)$/u;
const saysNothing = (text: string): boolean => NOTHING.test(text.replace(/[\p{P}\p{S}\p{N}]/gu, ''));

/** SECTION_EMPTY where section five (存在的主要问题及改进情况) is there and says nothing; the place is its number. */
export const sectionEmpty: Check = ({ narrative }, flag) => {
  const text = sectionOf(narrative, PROBLEMS);
  if (text !== null && saysNothing(text)) flag({ code: 'SECTION_EMPTY', place: String(PROBLEMS), raw: text });
};
