import type { Around } from './aroundTitle.js';
import { closing } from './closing.js';
import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';

const LABELS =
  '发布机构|发布单位|发布机关|发布部门|发文机关|发文单位|发文机构|公开机构|公开主体|公开单位|公开部门|责任单位|编制单位|编制机关|制作单位|单位名称|填报单位|填报部门|填报机关|报送单位|报告单位|所属机构|所属单位';
/** Above the title or behind the text these are another document's. */
const SOURCES = '信息来源|来源|稿源|信息提供单位|供稿单位';

const labeled = (labels: string) =>
  new RegExp(`^[【[]?(?:${labels})(?:[（(]盖?章[)）])?[】\\]]?[:：]?(?<name>.{0,40})$`, 'u');
/** Several labels in one line, as sites print them above the text. */
const inline = (labels: string) =>
  new RegExp(
    `(?:^|[^\\p{Script=Han}])(?:${labels})[:：】\\]/]?(?<name>\\p{Script=Han}{3,40}?)(?=[^\\p{Script=Han}]|发布|日期|时间|公开日期|浏览|点击|字体|$)`,
    'u',
  );
const ANY = { labeled: labeled(`${LABELS}|${SOURCES}`), inline: inline(`${LABELS}|${SOURCES}`) };
const NO_SOURCE = { labeled: labeled(LABELS), inline: inline(LABELS) };

const LABEL_WORD = /机构|单位|机关|部门|主体|来源|稿源/u;

function publisherAt(lines: readonly Line[], index: number, patterns: typeof ANY): string | null {
  const { text, inGrid } = lines[index] ?? { text: '', inGrid: false };
  if (text.length > 300 || !LABEL_WORD.test(text)) return null;
  const name = patterns.labeled.exec(text)?.groups?.['name'];
  // Label and value may be cells of their own.
  const value = name === '' && inGrid ? lines[index + 1]?.text : name;
  if (value !== undefined && isOrganName(value)) return value;
  const within = patterns.inline.exec(text)?.groups?.['name'];
  return within !== undefined && isOrganName(within) ? within : null;
}

/** The organ that a printed label names as publisher (发布机构, 来源 …), beneath the title, above it or at the end; null where none does. */
export function findPublisher(lines: readonly Line[], { beneath, above }: Around): string | null {
  const first = (some: readonly Line[], indices: Iterable<number>, patterns: typeof ANY): string | null => {
    for (const index of indices) {
      const name = publisherAt(some, index, patterns);
      if (name !== null) return name;
    }
    return null;
  };
  const near = first(lines, beneath, ANY) ?? first(lines, above, NO_SOURCE);
  if (near !== null) return near;
  const end = closing(lines);
  return first(end, end.keys(), NO_SOURCE);
}
