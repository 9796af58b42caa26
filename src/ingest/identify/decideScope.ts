import type { AgencyKind } from '../../catalog/agencyKinds.js';
import type { Scope, ScopeBasis } from '../../catalog/forms.js';

const REPORT = '(?:本报告|本年报|本年度报告|本年度年报|报告数据|所列数据|统计数据|表中数据|以上数据)';
const PLACE = '[本全我][省市州盟区县旗]';

/** A place or its organs: what a bureau puts together of its own units is its own. */
const TERRITORY = `(?:${PLACE}|本行政区域|各级|各县|各区|各乡|各镇|各街道|各部门|(?<!属)各单位)`;

/** Words that speak of the report or its figures; any 全市 in passing is none. */
const CONSOLIDATED = [
  new RegExp(`${REPORT}(?=[^。；]{0,60}${TERRITORY})[^。；]{0,30}汇总`, 'u'),
  new RegExp(
    `${REPORT}[^。；]{0,24}(?:涵盖|包括|包含|反映)[^。；：:]{0,16}(?:${PLACE}|本行政区域|各县|各区|各乡|各镇|各街道|各部门|各单位|所属部门)`,
    'u',
  ),
  new RegExp(`${REPORT}(?:内容)?(?:为|是|系)[^。；]{0,6}(?:${PLACE}|本行政区域)`, 'u'),
  new RegExp(`(?:数据|统计)(?:的)?(?:范围|口径)[^。；]{0,6}(?:${PLACE}|本行政区域)`, 'u'),
  new RegExp(`^${PLACE}[^。；]{0,12}汇总(?:报告|数据)?$`, 'u'),
];
const OWN = [
  new RegExp(
    `(?:${REPORT}|数据|统计|范围)[^。；]{0,24}(?<!不)[仅只][^。；]{0,6}(?:本机关|本级|本单位|本部门|本办公室|本局|[市县区省州]本级)`,
    'u',
  ),
  new RegExp(`^[（(]?(?<!不)仅(?:限|含|包括|统计)?(?:本机关|本级|[市县区省州]本级)`, 'u'),
  new RegExp(
    `(?:${REPORT}|数据)[^。；]{0,30}(?:不含|不包括|不包含)[^。；]{0,24}(?:各县|各区|各部门|各乡|各镇|各街道|下级|所属|其他部门)`,
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
export function scopeByText(title: string, openings: readonly string[]): Scope | null {
  const texts = [title, ...openings.map((text) => text.slice(0, OPENING))];
  const consolidated =
    texts.some((text) => says(CONSOLIDATED, text)) || /汇总|[（(]全[省市县区州盟旗][)）]/u.test(title);
  const own = texts.some((text) => says(OWN, text)) || /本级|[（(]不(?:包?含|包括)/u.test(title);
  if (consolidated === own) return null;
  return consolidated ? 'CONSOLIDATED' : 'OWN';
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
