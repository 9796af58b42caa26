import { repair } from '../text/repair.js';
import { simplify } from '../text/simplify.js';
import type { Around } from './aroundTitle.js';
import { closing } from './closing.js';
import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';
import { parseDate } from './parseDate.js';

/** Labels of a date of publication. 成文日期, 生成日期 and 更新时间 are other days. */
const LABEL =
  /(?:^|[^\p{Script=Han}]|[\p{Script=Han}](?=发布|公开))(?:发布日期|发布时间|公开日期|公开时间|发文日期|公布日期|公布时间|发布于)[】\]]? ?[:：]?/u;
const BARE_LABEL = /(?:^| )(?:日期|时间)[:：]/u;
const OTHER_DAY = /成文|生成|更新|印发|有效|失效/u;

/** The time of day stands behind a blank, so blanks are kept. */
const spaced = ({ printed }: Line): string => simplify(repair(printed));

/** A label may have its date in the cell or line after it. */
function afterLabel(lines: readonly Line[], index: number): string | null {
  const line = lines[index];
  if (line === undefined || line.text.length > 300 || !/日期|时间|发布于/u.test(line.text)) return null;
  const text = spaced(line);
  const label = LABEL.exec(text) ?? BARE_LABEL.exec(text);
  if (label === null) return null;
  const rest = text.slice(label.index + label[0].length);
  const here = parseDate(rest);
  if (here !== null && here.start <= 2) return here.date;
  const below = lines[index + 1];
  const next = rest.trim() === '' && below !== undefined ? parseDate(spaced(below)) : null;
  return next !== null && next.start <= 1 ? next.date : null;
}

/** The time of day, and what sites print behind it. */
const TIME = /^(?: ?\d{1,2}:\d{2}(?::\d{2})?)?(?: (?:来源|信息来源|作者|浏览|阅读|点击|字体|字号).*)?$/u;

/** A line that is a date and nothing else, the time of day, brackets and the name of the organ apart. */
function lone(line: Line): string | null {
  if (line.inGrid || line.text.length > 50) return null;
  const text = spaced(line);
  const found = parseDate(text);
  if (found === null || OTHER_DAY.test(text)) return null;
  const rest = (text.slice(0, found.start) + text.slice(found.end).replace(TIME, '')).replace(/[\s（()）[\]]/gu, '');
  return rest === '' || isOrganName(rest) ? found.date : null;
}

const BENEATH_TITLE = 4;
/** At the end stand other documents' dates too: one that is signed is in words. */
const SIGNED = /日[)）]?$/u;
/** Above the title, particulars begin with a label; news have theirs behind a headline. */
const LABELS_FIRST = /^[（(【[]?[\p{Script=Han}]{2,6}(?:[）)】\]]|[:：]|$)/u;
const LABEL_FIRST = /^[（(【[]?(?:发布|公开|发文|公布)(?:日期|时间)/u;

/**
 * The day of publication as printed: by a label near the title, else declared by the container, else alone on a line beneath the
 * title, or signed or labeled at the end. A day in the prose is none.
 * @param title index of the last line of the title; null where there is none
 * @returns yyyy-mm-dd or null
 */
export function findPublished(
  lines: readonly Line[],
  declared: string | null,
  title: number | null,
  { beneath, above }: Around,
): string | null {
  const labels = above.filter((index) => LABELS_FIRST.test(lines[index]?.text ?? ''));
  for (const index of [...beneath, ...labels]) {
    const date = afterLabel(lines, index);
    if (date !== null) return date;
  }
  if (declared !== null) return declared;
  const below = title === null ? [] : lines.slice(title + 1, title + 1 + BENEATH_TITLE);
  const end = closing(lines);
  for (const line of [...below, ...end.filter(({ text }) => SIGNED.test(text))]) {
    const date = lone(line);
    if (date !== null) return date;
  }
  const labeled = end.findIndex(({ text }) => LABEL_FIRST.test(text));
  return labeled === -1 ? null : afterLabel(end, labeled);
}
