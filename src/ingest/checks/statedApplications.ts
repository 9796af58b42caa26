import type { Identity } from '../types.js';
import { readCount } from './readCount.js';
import { speaksOfAll } from './speaksOfAll.js';

/** A count of applications received, as the text has it. */
export interface Stated {
  readonly count: number;
  /** As printed: 1,057件. */
  readonly raw: string;
}

const NUMBER = '(?<![\\d,])(?<count>[\\d,]{1,12}|[零〇一二两三四五六七八九十百千万]{1,20})';
const UNIT = '件|份|宗|条|起';
/** They count anything: 申请20个工作日内, 3个申请人. */
const VAGUE_UNIT = '[个项次例]';
const INFORMATION = '(?:政府信息公开|政府信息|信息公开|公开政府信息|公开信息)(?:的)?';
const APPLICATION = `(?:书面|有效)?(?:${INFORMATION}|公开)?(?:的)?(?:书面|有效)?申请(?:公开)?(?:政府信息)?(?:公开)?`;
const SUBJECT = `(?:${APPLICATION}|(?:政府信息)?依申请公开(?:政府信息)?(?:申请)?)(?:的)?(?:件|表)?`;
const APPLICANTS = '公民、法人(?:和|或者?|及)其他组织(?:提交|提出)?(?:的)?|各类|社会公众(?:的)?|群众(?:的)?';
const VERB = '收到|受理|接收|接到|新收|收悉';
/** Whose applications stand between verb and 申请; 受理 and 群众 are said of any, so these must name the information. */
const RECEIVED = `(?:${VERB})(?:了)?(?:(?:${APPLICANTS})(?=[^\\d]{0,12}(?:信息|公开)))?(?<!受理)`;
const ACCEPTED = `受理(?:了)?(?:${APPLICANTS})?(?=(?:共|共计)?[\\d,零〇一二两三四五六七八九十百千万]{0,20}(?:${UNIT}|${VAGUE_UNIT})?(?:的)?(?:政府|信息|公开|依申请))`;
const TAKEN = `(?:${RECEIVED}|${ACCEPTED})`;
/** Not 57件以上, 40件和57件. */
const AFTER = '(?![以左上下多余和或至到~—-])';
/** 共收到政府信息公开申请1,057件 and 收到1057件申请. */
const PATTERNS = [
  `${TAKEN}${SUBJECT}(?:数量|总数|数(?=[\\d为]))?(?:共|共计|总计|合计|为)?${NUMBER}(?<unit>(?:${UNIT})次?${AFTER}|${VAGUE_UNIT}(?=[，,、（(]|$))`,
  `${TAKEN}(?:共|共计)?${NUMBER}(?<unit>${UNIT})(?:的)?${SUBJECT}`,
  `${TAKEN}(?:共|共计)?${NUMBER}(?<unit>${VAGUE_UNIT})(?:的)?${SUBJECT}(?=[，,、（(]|$)`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** A count further on in a sentence is in doubt. */
const REACH = 400;

/** All that a sentence states, in its order. */
const matchesIn = (sentence: string): RegExpExecArray[] =>
  PATTERNS.flatMap((pattern) => [...sentence.matchAll(pattern)]).sort((one, other) => one.index - other.index);

/**
 * The first count of applications that a section's text gives for the whole report: 收到…申请N件. Conservative: where what
 * stands before it may speak of a part, another year or another organ, it is passed over.
 * @param text compact prose of a section
 */
export function statedApplications(text: string, report: Identity): Stated | null {
  for (const sentence of text.split(/[。；;]/u))
    for (const { index, groups = {} } of matchesIn(sentence.slice(0, REACH))) {
      if (!speaksOfAll(sentence.slice(0, index), report)) continue;
      const { count: printed = '', unit = '' } = groups;
      const count = readCount(printed);
      return count === null ? null : { count, raw: printed + unit };
    }
  return null;
}
