import type { AgencyKind } from '../../src/catalog/agencyKinds.js';
import type { Division } from '../../src/divisions/Division.js';

/** An agency of the national data set. */
export interface BenchAgency {
  /** From 1 on. */
  readonly id: number;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly division: string;
  /** How many applications it receives, beside others: 1 is a department of a county. */
  readonly size: number;
}

const LEVELS = { NATION: 0, PROVINCE: 60, CITY: 45, COUNTY: 41 };
const SIZES = { NATION: 0, PROVINCE: 20, CITY: 5, COUNTY: 1 };

const DEPARTMENTS = [
  ...['财政局', '公安局', '教育局', '民政局', '司法局', '审计局', '统计局', '商务局', '水利局', '林业局'],
  ...['发展和改革委员会', '自然资源局', '生态环境局', '住房和城乡建设局', '交通运输局', '农业农村局', '应急管理局'],
  ...['市场监督管理局', '卫生健康委员会', '医疗保障局', '人力资源和社会保障局', '城市管理局', '文化和旅游局', '信访局'],
];

/** The agency that a division has at each place of its list; from the 30th on townships and subdistricts. */
function kindAt(index: number): readonly [kind: AgencyKind, name: string, size: number] {
  if (index === 0) return ['GENERAL_OFFICE', '人民政府办公室', 4];
  if (index === 1) return ['GOVERNMENT', '人民政府', 30];
  if (index === 2) return ['VERTICAL', '税务局', 1];
  if (index === 3) return ['ZONE_COMMITTEE', '经济开发区管理委员会', 1.5];
  const department = DEPARTMENTS[index - 4];
  if (department) return ['DEPARTMENT', department, index < 14 ? 1.5 : 0.8];
  const number = index - 3 - DEPARTMENTS.length;
  return number % 3 === 0
    ? ['SUBDISTRICT', `第${number}街道办事处`, 0.5]
    : ['TOWNSHIP', `第${number}镇人民政府`, 0.4];
}

/** The first agencies of every division come first, those of provinces and cities before those of counties. */
export function benchAgencies(divisions: readonly Division[], count: number): readonly BenchAgency[] {
  const open = divisions.filter(({ validTo, code }) => validTo === null && !/^(71|81|82)/.test(code));
  const places = open.flatMap((division) =>
    Array.from({ length: LEVELS[division.level] }, (_, index) => ({
      division,
      index,
      turn: division.level === 'COUNTY' ? index + 1 : index,
    })),
  );
  const factor = Math.max(1, Math.ceil(count / places.length));
  if (factor > 1) throw new RangeError(`there are ${places.length} places for agencies, wanted are ${count}`);
  return places
    .sort((a, b) => a.turn - b.turn)
    .slice(0, count)
    .map(({ division, index }, at) => {
      const [kind, name, size] = kindAt(index);
      return {
        id: at + 1,
        name: `${division.name}${name}`,
        kind,
        division: division.code,
        size: size * SIZES[division.level],
      };
    });
}
