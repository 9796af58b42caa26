import type { Located } from '../gazetteer.js';

const ZONE =
  /(?:开发区|示范区|新区|高新区|经开区|园区|工业园|试验区|实验区|度假区|保税区|风景区|名胜区|管理区|合作区|新城)$/u;
const isZone = (code: string): boolean => code[4] === '7';

/**
 * The organ that the bare name of a place stands for: its 人民政府 (行政公署 of a prefecture), the 管理委员会 of a zone; any other
 * name as it is.
 */
export function nameOfGovernment(name: string, { division, candidates, rest }: Located): string {
  const place = division ?? candidates[0];
  if (place !== undefined && rest === '') {
    if (isZone(place.code)) return `${name}管理委员会`;
    return place.level === 'CITY' && /(?:地区|盟)$/u.test(place.name) ? `${name}行政公署` : `${name}人民政府`;
  }
  return place === undefined && /^.{1,12}[省市县旗州区]$/u.test(name) && !ZONE.test(name) ? `${name}人民政府` : name;
}
