import type { Identity } from '../types.js';

type Whole = Pick<Identity, 'agencyName' | 'kind' | 'scope' | 'year'>;

/** Anywhere before a count: it is of a part, of other matters, of several years or of none, such as an average. */
const PARTIAL =
  /其中|当面|信函|邮寄|邮件|邮政|邮箱|网络|网站|网上|在线|线上|线下|平台|系统|公众号|热线|传真|电子|现场|窗口|大厅|渠道|来信|来访|方式|形式|上年|上一年|去年|往年|明年|历年|近年|年来|以来|期间|时期|任期|截[至止]|同期|结转|季度|上半年|下半年|[\d底]月|\d日|每|[日周月人]均|平均|各[县区乡镇部单科]|乡镇|下属|直属|所属|比|较|增长|下降|咨询|投诉|建议|提案|信访|许可|复议|登记|审批|补贴|资格|援助|例如/u;
/** The whole year, written out: what follows is of no part of it. */
const WHOLE_YEAR =
  /(?:自|从)?(?:\d{4}年)?1(?:月(?:1日)?)?起?[至到~—-](?:\d{4}年)?12月(?:31日)?(?:止|期间)?|(?<=一)年来|(?<=今年)以来/gu;

const NUMBERING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|[一二三四五六七八九]是)/u;
const TOPIC = /^依申请公开(?:政府信息)?(?:方面|情况|工作)?/u;
const TIME = '(?:在?(?:\\d{4}年度?|本年度?|全年度?|今年|一年|年内|报告期内))';
const ADVERBS = '(?:共计?|总共|总计|合计|累计|一共|已|新|依法|先后)';
const OPENING = new RegExp(`^${TIME}+`, 'u');
const ENDING = new RegExp(`(?:${TIME}|${ADVERBS})+$`, 'u');

const ORGAN =
  /^[我本](?:机关|单位|部门|厅|局|委|办|会|院|所|中心|办公室|委员会|管委会|镇|乡|街道?|街道办|街道办事处)$|^全[镇乡街局]$/u;
const ZONE = /^[我本全](?:区|园区|开发区|高新区|新区|示范区)$/u;
const TERRITORY =
  /^(?:[我本全](?:省|自治区|市|州|自治州|盟|地区|县|自治县|区|旗)|本行政区域内?)(?:各级)?(?:行政机关|政府机关|政府系统)?$/u;

/** As a text calls it: 县政府办公室, 龙集镇. */
const plain = (name: string): string =>
  name.replace(/(?<=[镇乡])人民政府$|(?<=街道)办事处$/u, '').replaceAll('人民政府', '政府');

/** Whether a subject is the one that the report is about: the organ, or the whole territory of a consolidated report. */
function isOf({ agencyName, kind, scope }: Whole, subject: string): boolean {
  if (subject === '') return true;
  if (scope === 'CONSOLIDATED')
    return TERRITORY.test(subject) || (subject.length > 1 && agencyName.replace(/人民政府$/u, '').endsWith(subject));
  const isNamed = subject.length > 2 && plain(agencyName).endsWith(plain(subject));
  return isNamed || ORGAN.test(subject) || (kind === 'ZONE_COMMITTEE' && ZONE.test(subject));
}

/** What a clause begins with where it is somebody: 我局 of 我局在县政府指导下, 县教育局 of 县教育局高度重视. */
const SOMEBODY =
  /^(?:[我本全].{0,4}?|(?:(?!认真|落实|根据|依据|严格|加强|推进|通过|积极|围绕|贯彻|做好|[在由对向为按]).){1,16})(?:机关|单位|部门|办(?!理|结|好)|[厅局委镇乡省市州盟县区旗]|办公[厅室]|委员会|管委会|中心|街道|办事处|本级|政府)/u;

const subjectOf = (clause: string): string =>
  [NUMBERING, TOPIC, OPENING, ENDING].reduce((rest, words) => rest.replace(words, ''), clause);

/** Whose a count is: the subject of its clause, or where that has none, of the clause before. */
function isOfReport(clauses: readonly string[], report: Whole): boolean {
  const [clause = '', ...earlier] = clauses.map(subjectOf).reverse();
  if (clause !== '') return isOf(report, clause);
  const somebody = earlier.map((words) => SOMEBODY.exec(words)?.[0]).find((words) => words !== undefined);
  return isOf(report, somebody ?? '');
}

/**
 * Whether the words before a count leave no doubt that it is of the whole report: its clause holds nothing but numbering, the
 * year and whom the report is about, and nothing before speaks of a part, another organ or another year.
 * @param before the sentence up to the verb, compact
 */
export function speaksOfAll(before: string, report: Whole): boolean {
  const text = before.replace(WHOLE_YEAR, '');
  const isOfYear = [...text.matchAll(/(\d{4})年/gu)].every(([, year]) => Number(year) === report.year);
  // 累计 alone may be since the Regulations came into force.
  if (!isOfYear || PARTIAL.test(text) || (text.includes('累计') && !before.includes('年'))) return false;
  return isOfReport(text.split(/[，,：:]/u), report);
}
