import type { Division } from '../../divisions/Division.js';
import { CENTRAL_ORGAN, PARTY } from '../gazetteer/organWords.js';

/** Two ways to write one organ; safe only where no second organ of the place could bear the other name. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  // 沭阳县教育局（县体育局） is one body with two name plates; a branch in brackets is another.
  [/(?<=.)[（(][^（()）]*(?:(?<![分区县])局|委|委员会|办|办公室)[)）]$/u, ''],
  [/[（()）[\]【】〔〕《》“”"'·、，,]/gu, ''],
  [/^中华人民共和国/u, ''],
  [/人民政府/gu, '政府'],
  [/政府办$/u, '政府办公室'],
  [/政府(?=.{1,12}街道)/u, ''],
  [/街道(?:办事处|办)$/u, '街道'],
  [/(?<=[镇乡])$|(?<=苏木)$/u, '政府'],
  [/管理委(?:员会)?$/u, '管委会'],
  [/委员会(?=$|办公室$)/u, '委'],
  [/(?<=.{2})[和与](?=.{2,}(?:局|委|厅|部|办公室)$)/gu, ''],
  [/发展改革/u, '发改'],
  [/国有资产监督管委会$/u, '国资委'],
  [/(?:科学技术|科技)委$/u, '科委'],
  [/科学技术(?=[局厅])/u, '科技'],
  [/教育委$/u, '教委'],
  [/教育体育/u, '教体'],
  [/卫生健康/u, '卫健'],
  [/人力资源社会保障/u, '人社'],
  [/住房城乡建设/u, '住建'],
  [/市场监督管理/u, '市场监管'],
  [/工业信息化/u, '工信'],
  [/经济信息化/u, '经信'],
  [/退役军人事务/u, '退役军人'],
  [/民族宗教(?:事务)?/u, '民宗'],
  [/应急管理(?=[局厅])/u, '应急'],
  [/医疗保障(?=局)/u, '医保'],
  [/网络安全信息化委办公室$/u, '网信办'],
  [/机构编制委办公室$/u, '编办'],
];

/** Branches whose own word says whose they are, with or without the central organ in front. */
const SAYS_ITS_LINE = /^(?:税务局|海关|海事局|调查总?队|(?:出入境)?边防检查)/u;

/** Branches of central organs that are also called by their line: 南阳银保监分局. */
const LINES: readonly (readonly [RegExp, string])[] = [
  [/^中国(?:银行保险监督管理委员会|银保监会)/u, '银保监'],
  [/^中国(?:证券监督管理委员会|证监会)/u, '证监'],
  [/^国家金融监督管理总局/u, '金融监管'],
];

/** The name behind its division, with the central organ in front where the rest alone does not say whose branch it is. */
function withinDivision(name: string, { name: place }: Division, rest: string): string {
  const head = rest.length < name.length && !PARTY.test(name) ? (CENTRAL_ORGAN.exec(name)?.[0] ?? '') : '';
  if (head === '' || SAYS_ITS_LINE.test(rest)) return place + rest;
  const line = LINES.find(([organ]) => organ.test(head))?.[1];
  return line !== undefined && rest.startsWith('监管') ? place + rest.replace('监管', line) : head + place + rest;
}

/**
 * What makes two names one agency: without blanks and brackets, its division called by its own name alone
 * (河南省南阳市政府办公室, 南阳市人民政府办公室 → 南阳市政府办公室).
 * @param name in simplified characters, without white space
 * @param division null while unknown
 * @param rest the name behind those of its divisions
 */
export function normalizeName(name: string, division: Division | null, rest: string): string {
  const within = division === null || division.level === 'NATION' ? name : withinDivision(name, division, rest);
  return ALIASES.reduce((text, [from, to]) => text.replace(from, to), within);
}
