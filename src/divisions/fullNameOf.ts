const LEVEL = /(?:省|市|地区|盟|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/u;
/** 南阳高新技术产业开发区 may lose 南阳; 镇江新区, 苏州工业园区 and 本溪满族自治县 would lose their name. */
const SHORTEST_ZONE = 5;
/** 港 belongs to the place: 东营港经济开发区. */
const ZONE = /^(?!.{2,3}港).*(?:开发区|示范区|管理区|实验区|园区)$/u;

/** 河南省 + 省直辖县级行政区划 is 河南省直辖县级行政区划. */
const DIRECT_SYNTHETIC = /^(?:省|自治区)(?=直辖县级行政区划$)/u;

const without = (name: string, prefix: string, least: number): string =>
  name.startsWith(prefix) && name.length - prefix.length >= least ? name.slice(prefix.length) : name;

/**
 * Full name of a division: those of its province and city before its own, none doubled.
 * @param parents names from the province down, synthetic nodes left out
 * @returns 河南省南阳市高新技术产业开发区 for 南阳高新技术产业开发区
 */
export function fullNameOf(name: string, parents: readonly string[]): string {
  let own = name.replace(DIRECT_SYNTHETIC, '');
  for (const parent of parents) {
    if (own === parent) return parents.join('');
    const whole = without(own, parent, 2);
    own = whole === own && ZONE.test(own) ? without(own, parent.replace(LEVEL, ''), SHORTEST_ZONE) : whole;
  }
  return parents.join('') + own;
}
