import { readCount } from './readCount.js';

/** A count of applications received, as the text has it. */
export interface Stated {
  readonly count: number;
  /** As printed: 1,057件. */
  readonly raw: string;
}

const NUMBER = '(?<count>[\\d,]{1,12}|[零〇一二两三四五六七八九十百千万]{1,20})';
const UNIT = '件|份|宗|条|起';
/** They count anything: 申请20个工作日内, 3个申请人. */
const VAGUE_UNIT = '[个项次例]';
const APPLICATION = '(?:政府)?(?:信息)?(?:公开)?(?:的)?(?:书面|有效)?申请(?:公开)?(?:政府信息)?(?:公开)?';
const SUBJECT = `(?:${APPLICATION}|依申请公开(?:政府信息)?(?:申请)?)(?:的)?(?:件)?`;
const APPLICANTS = '(?:各类|公民、法人(?:和|或|及)其他组织(?:提交)?(?:的)?|社会公众(?:的)?|群众(?:的)?)?';
const RECEIVED = `(?:收到|受理|接收|接到|新收|收悉)(?:了)?${APPLICANTS}`;
/** 共收到政府信息公开申请1,057件 and 收到1057件申请. */
const PATTERNS = [
  new RegExp(
    `${RECEIVED}${SUBJECT}(?:数量)?(?:共|共计|总计|合计|为)?${NUMBER}(?<unit>${UNIT}|${VAGUE_UNIT}(?=[，,、（(]|$))`,
    'u',
  ),
  new RegExp(`${RECEIVED}(?:共|共计)?${NUMBER}(?<unit>${UNIT})(?:的)?${SUBJECT}`, 'u'),
  new RegExp(`${RECEIVED}(?:共|共计)?${NUMBER}(?<unit>${VAGUE_UNIT})(?:的)?${SUBJECT}(?=[，,、（(]|$)`, 'u'),
];
/** Part of the whole, another year, or another organ's: no count to compare. */
const PARTIAL =
  /其中|当面|信函|邮寄|邮件|网络|网站|网上|在线|平台|传真|电子|现场|窗口|来信|来访|上年|上一年|去年|往年|同期|结转|季度|上半年|下半年|月份|各县|各区|各乡|各镇|乡镇|街道|下属|直属|比|增长|下降|咨询|投诉|建议|提案|信访|许可|复议|登记|审批|补贴|资格|援助|未收到|没有收到/u;

/**
 * The count of applications that a section's first sentence on them gives for the whole report: 收到…申请N件. Conservative:
 * a sentence that speaks of parts, channels or other years in front of the count is passed over.
 * @param text compact prose of a section
 */
export function statedApplications(text: string): Stated | null {
  for (const sentence of text.split(/[。；;]/u))
    for (const pattern of PATTERNS) {
      const match = pattern.exec(sentence);
      if (match === null || PARTIAL.test(sentence.slice(0, match.index + match[0].length))) continue;
      const { count: printed = '', unit = '' } = match.groups ?? {};
      const count = readCount(printed);
      return count === null ? null : { count, raw: printed + unit };
    }
  return null;
}
