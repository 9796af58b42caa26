import type { AgencyKind } from '../../catalog/agencyKinds.js';
import type { Scope, ScopeBasis } from '../../catalog/forms.js';

const REPORT = '(?:本报告|本年报|本年度报告|本年度年报|报告数据|所列数据|统计数据|表中数据|以上数据)';
/** 全市, but not one organ of it: 我县财政局. */
const PLACE = '(?:[本全我][省市州盟区县旗](?![^，。；、各]{0,10}(?:局|委|厅|办公室|中心))|本行政区域)';
const BELOW = '各县|各区|各乡|各镇|各街道';

/** Words that speak of the report or its figures; any 全市 in passing is none. */
const consolidated = (parts: string): readonly RegExp[] => [
  new RegExp(`${REPORT}(?=[^。；]{0,60}(?:${PLACE}|${parts}))[^。；]{0,30}汇总`, 'u'),
  new RegExp(`${REPORT}[^。；]{0,24}(?<!不)(?:涵盖|包括|包含|反映)[^。；：:]{0,16}(?:${PLACE}|${parts})`, 'u'),
  new RegExp(`${REPORT}(?:内容)?(?:为|是|系)[^。；]{0,6}${PLACE}`, 'u'),
  new RegExp(`(?:数据|统计)(?:的)?(?:范围|口径)[^。；]{0,6}${PLACE}`, 'u'),
  new RegExp(`^${PLACE}[^。；]{0,12}汇总(?:报告|数据)?$`, 'u'),
];
/** What a bureau or a township puts together of its own 各部门 is its own. */
const OF_GOVERNMENT = consolidated(`${BELOW}|各级|各部门|各单位|所属部门`);
const OF_OTHERS = consolidated(BELOW);

const SELF = '(?:本机关|本级|[市县区省州旗]本级)';
const OWN = [
  new RegExp(
    `(?:${REPORT}|数据|统计|范围)[^。；]{0,24}(?<!不)[仅只][^。；]{0,6}(?:${SELF}|本单位|本部门|本办公室|本局)`,
    'u',
  ),
  new RegExp(`^[（(]?(?<!不)仅(?:限|含|包括|统计)?${SELF}`, 'u'),
  new RegExp(
    `(?:${REPORT}|(?:数据|统计)(?:的)?(?:范围|口径))[^。；，、]{0,6}(?:为|是|系)[^。；，、]{0,8}${SELF}(?:的)?(?:数据|报告|情况|$|[，。；])`,
    'u',
  ),
  new RegExp(
    `(?:${REPORT}|数据)[^。；]{0,30}(?:不含|不包括|不包含)[^。；]{0,24}(?:${BELOW}|各部门|[省市县区]直|乡镇|下级|所属|其他部门)`,
    'u',
  ),
];

const says = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text));

/** How much of the opening is read: the words that define the report stand in its first sentences. */
const OPENING = 700;

/**
 * Scope by explicit words, as in 本报告汇总全市各部门数据 or 仅统计本机关; null where nothing or both are said.
 * @param title the printed title with its remarks, （全市汇总）, compact
 * @param openings beginnings of the document and of its sections, compact
 */
export function scopeByText(title: string, openings: readonly string[], kind: AgencyKind): Scope | null {
  const patterns = kind === 'GOVERNMENT' || kind === 'GENERAL_OFFICE' ? OF_GOVERNMENT : OF_OTHERS;
  const texts = [title, ...openings.map((text) => text.slice(0, OPENING))];
  const whole = texts.some((text) => says(patterns, text)) || /汇总|[（(]全[省市县区州盟旗][)）]/u.test(title);
  const own = texts.some((text) => says(OWN, text)) || /本级|[（(]不(?:包?含|包括)/u.test(title);
  if (whole === own) return null;
  return whole ? 'CONSOLIDATED' : 'OWN';
}

/** Scope and what decided it: the manifest, explicit words, the title of a government, else a report is an organ's own. */
export function decideScope(
  manifest: Scope | undefined,
  text: Scope | null,
  kind: AgencyKind,
): readonly [Scope, ScopeBasis] {
  if (manifest !== undefined) return [manifest, 'MANIFEST'];
  if (text !== null) return [text, 'TEXT'];
  return kind === 'GOVERNMENT' ? ['CONSOLIDATED', 'TITLE'] : ['OWN', 'DEFAULT'];
}
