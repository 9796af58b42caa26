import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';

const LABELS =
  '发布机构|发布单位|发布机关|发布部门|发文机关|发文单位|发文机构|公开机构|公开主体|公开单位|公开部门|信息来源|来源|稿源|责任单位|编制单位|编制机关|制作单位|单位名称|信息提供单位|供稿单位|填报单位|填报部门|填报机关|报送单位|报告单位|所属机构|所属单位';
const LABELED = new RegExp(`^[【[]?(?:${LABELS})(?:[（(]盖?章[)）])?[】\\]]?[:：]?(?<name>.{0,40})$`, 'u');
/** Several labels in one line, as sites print them above the text. */
const INLINE = new RegExp(
  `(?:^|[^\\p{Script=Han}])(?:${LABELS})[:：】\\]/]?(?<name>\\p{Script=Han}{3,40}?)(?=[^\\p{Script=Han}]|发布|日期|时间|公开日期|浏览|点击|字体|$)`,
  'u',
);

const LABEL_WORD = /机构|单位|机关|部门|主体|来源|稿源/u;

/**
 * The organ that a printed label names as publisher (发布机构, 来源 …); null where none does.
 * @param order indices of the lines in the order in which they are looked at
 */
export function findPublisher(lines: readonly Line[], order: readonly number[]): string | null {
  for (const index of order) {
    const { text, inGrid } = lines[index] ?? { text: '', inGrid: false };
    const name = LABELED.exec(text)?.groups?.['name'];
    // Label and value may be cells of their own.
    const value = name === '' && inGrid ? lines[index + 1]?.text : name;
    if (value !== undefined && isOrganName(value)) return value;
    const inline = text.length <= 300 && LABEL_WORD.test(text) ? INLINE.exec(text)?.groups?.['name'] : undefined;
    if (inline !== undefined && isOrganName(inline)) return inline;
  }
  return null;
}
