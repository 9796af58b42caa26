import type { Division } from '../../divisions/Division.js';
import { OTHER_NAMES } from './otherNames.js';

/**
 * How a division may be called. FULL names its level too (南阳市, 临夏州). SHORT leaves the level out (南阳), and is a
 * place only where an organ follows. ZONE is the name of a zone without its city (高新区): of use only behind that city.
 */
export type CallKind = 'FULL' | 'SHORT' | 'ZONE';
export interface CallName {
  readonly text: string;
  readonly kind: CallKind;
}

/** The peoples (民族) in names of autonomous prefectures and counties, as far as they are left out in short: 临夏州. */
const PEOPLES =
  /(?:各族|(?:保安|布朗|布依|傣|侗|东乡|仡佬|哈尼|回|景颇|拉祜|黎|傈僳|满|毛南|苗|仫佬|纳西|怒|普米|羌|畲|撒拉|水|土家|土|佤|瑶|彝|裕固|藏|朝鲜|壮|白|独龙|京|阿昌)族|(?:蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|达斡尔|锡伯|鄂温克|鄂伦春)族?)+自治(?=[州县旗]$)/u;
const PROVINCE_LEVEL = /(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/u;
const LEVEL = /(?:市|地区|盟|州|区|县|旗|林区|特区)$/u;

/** 高新区 for 高新技术产业开发区, and the like. */
const ZONE_ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/^高新技术(?:产业)?(?:开发区|园区)$/u, '高新区'],
  [/^经济(?:技术)?开发区$/u, '经开区'],
  [/^城乡一体化示范区$/u, '示范区'],
];

const isZone = ({ level, code }: Division): boolean => level === 'COUNTY' && code[4] === '7';

const shortNameOf = ({ level, name }: Division): string =>
  level === 'PROVINCE' ? name.replace(PROVINCE_LEVEL, '') : withoutPeoples(name).replace(LEVEL, '');

/** Names without 自治 have none. Of 鄂温克族自治旗 nothing would be left: it is 鄂温克旗. */
function withoutPeoples(name: string): string {
  if (!name.includes('自治')) return name;
  const plain = name.replace(PEOPLES, '');
  return plain.length > 1 ? plain : name.replace(/族?自治/u, '');
}

/** The names of the place in front of a zone's own taken off, from the province down. */
function withoutPlace(name: string, parents: readonly Division[]): string {
  let own = name;
  for (const parent of parents)
    for (const front of [parent.name, shortNameOf(parent)]) if (own.startsWith(front)) own = own.slice(front.length);
  return own;
}

function zoneNames(zone: Division, parents: readonly Division[]): CallName[] {
  // 河南濮阳工业园区 stands behind 河南省濮阳市 as 濮阳工业园区.
  const plain = withoutPlace(zone.name, parents.slice(0, 1));
  const plainName: CallName[] = plain !== zone.name && plain.length > 5 ? [{ text: plain, kind: 'FULL' }] : [];
  const own = withoutPlace(zone.name, parents);
  // What is left of 镇江新区 would fit any 新区.
  if (own.length < 4) return plainName;
  const abbreviations = ZONE_ABBREVIATIONS.filter(([long]) => long.test(own)).map(([, short]) => short);
  return [...plainName, ...[own, ...abbreviations].map((text): CallName => ({ text, kind: 'ZONE' }))];
}

/**
 * Every way to call a division, its own name first.
 * @param parents the divisions above it, from the province down
 */
export function callNames(division: Division, parents: readonly Division[]): CallName[] {
  const full: CallName = { text: division.name, kind: 'FULL' };
  if (isZone(division)) return [full, ...zoneNames(division, parents)];
  const names = [full];
  const plain = withoutPeoples(division.name);
  if (plain !== division.name && plain.length > 2) names.push({ text: plain, kind: 'FULL' });
  const short = shortNameOf(division);
  const other = OTHER_NAMES.get(division.code);
  if (other !== undefined) names.push({ text: other, kind: 'FULL' });
  if (short.length > 1 && short !== division.name) names.push({ text: short, kind: 'SHORT' });
  return names;
}
