import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';
import { parseTitle, type Title } from './parseTitle.js';

/** A title and the last of the lines that hold it. */
export interface TitleAt extends Title {
  readonly printed: string;
  readonly line: number;
  readonly heading: boolean;
}

/** A title is broken over at most this many lines, the year in brackets that may follow it not counted. */
const MOST_LINES = 4;
/** A line of a title is short, ends no sentence, and is neither a heading of a section nor a label. */
const NO_PART = /[。；;！!]|^[一二三四五六][、.．]|^.{2,8}[:：]|^第.{1,4}条|^[（(]?[一二三四五六]{1,2}[)）]/u;
const isPart = ({ text }: Line): boolean => text.length <= 60 && !NO_PART.test(text);
const LAST_PART = /报告|年报|告$/u;
const YEAR_ALONE = /^[（(](?:20|二)[^（()）]{2,6}[)）]$/u;

const isWhole = ({ agency, year }: Title): boolean => agency !== null && isOrganName(agency) && year !== null;

/** Lines of sites say where one is: 首页 > 政府信息公开 > … */
const lastCrumb = (text: string): string => text.split(/[>»›]/u).at(-1) ?? text;

function read(run: readonly Line[], line: number): TitleAt | null {
  const title = parseTitle(lastCrumb(run.map(({ text }) => text).join('')));
  if (title === null) return null;
  const printed = run.map((part) => lastCrumb(part.printed).trim()).join('');
  return { ...title, printed, line, heading: run.some(({ heading }) => heading) };
}

/** The shortest run of lines up to this one that is a title with agency and year, else the line alone. */
function titleUpTo(lines: readonly Line[], last: number): TitleAt | null {
  const next = lines[last + 1];
  const follows = next !== undefined && YEAR_ALONE.test(next.text) ? [next] : [];
  let alone: TitleAt | null = null;
  for (let first = last; first >= 0 && first > last - MOST_LINES; first -= 1) {
    const run = [...lines.slice(first, last + 1), ...follows];
    if (run.length > 1 && !run.every(isPart)) break;
    const title = read(run, last + follows.length);
    if (title !== null && isWhole(title)) return title;
    alone ??= title;
  }
  return alone;
}

/** Every title in the lines of a document, with as much of the lines above as it takes to name agency and year. */
export const findTitles = (lines: readonly Line[]): TitleAt[] =>
  lines
    .map(({ text }, index) => (LAST_PART.test(text) ? titleUpTo(lines, index) : null))
    .filter((title) => title !== null);
