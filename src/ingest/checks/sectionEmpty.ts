import type { Check } from './Check.js';
import { sectionOf } from './sectionOf.js';

const PROBLEMS = 5;
/** What is left of 无。, 暂无, page numbers and （一）存在的主要问题：无 when punctuation and digits are gone: nothing said. */
const NOTHING =
  /^(?:[一二]|存在|的|主要|问题|不足|和|以?及|改进|整改|情况|措施|方面|本年度?|目前|暂时?|均|无|没有|不涉及|略|相关|其他|内容)*$/u;
const saysNothing = (text: string): boolean => NOTHING.test(text.replace(/[\p{P}\p{S}\p{N}]/gu, ''));

/** SECTION_EMPTY where section five (存在的主要问题及改进情况) is there and says nothing; the place is its number. */
export const sectionEmpty: Check = ({ narrative }, flag) => {
  const text = sectionOf(narrative, PROBLEMS);
  if (text !== null && saysNothing(text)) flag({ code: 'SECTION_EMPTY', place: String(PROBLEMS), raw: text });
};
