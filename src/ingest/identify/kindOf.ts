import type { AgencyKind } from '../../catalog/agencyKinds.js';
import { VERTICAL_ORGAN } from '../gazetteer/organWords.js';

const ZONE =
  /(?:开发区|示范区|新区|高新区|经开区|园区|工业园|产业园|试验区|实验区|度假区|保税区|风景区|名胜区|旅游区|管理区|合作区|集聚区|聚集区|商务区|新城|港区|加工区|保护区)/u;

/** Kinds by how a name ends; the first that fits counts. */
const RULES: readonly (readonly [AgencyKind, RegExp])[] = [
  ['VERTICAL', VERTICAL_ORGAN],
  ['SUBDISTRICT', /(?:街道|街道办|街道办事处|地区办事处)(?:[（(].*[)）])?$|街道办事处/u],
  ['TOWNSHIP', /(?:镇|乡|苏木)(?:(?:人民)?政府(?:党政)?(?:办公室)?)?(?:[（(].*[)）])?$/u],
  ['GENERAL_OFFICE', /(?:政府|行政公署|行署)(?:[（(]?办公[室厅][)）]?|办)(?:[（(].*[)）])?$|^国务院办公厅$/u],
  ['ZONE_COMMITTEE', new RegExp(`(?:[区园港岛]|新城)(?:开发建设|建设)?(?:管委会|管理委员会)$|${ZONE.source}$`, 'u')],
  ['ZONE_COMMITTEE', /(?<!监督)管委会$/u],
  ['GOVERNMENT', /(?:省|市|区|县|旗|州|盟|地区|^)(?:人民政府|政府|行政公署|行署)$/u],
  ['DEPARTMENT', /(?:局|委|委员会|办|办公室|办公厅|厅|部|署|处|大队|支队|总队)(?:[（(].*[)）])?$/u],
];

/** What kind of organ a name is of. A zone's administration is told from a department by its zone. */
export const kindOf = (name: string): AgencyKind => RULES.find(([, ending]) => ending.test(name))?.[0] ?? 'OTHER';
