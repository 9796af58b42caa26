import { kindOf } from './kindOf.js';
import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';
import { holdsTail, parseTitle, type Title } from './parseTitle.js';

/** A title and the last of the lines that hold it. */
export interface TitleAt extends Title {
  readonly printed: string;
  readonly line: number;
  /** Its level as a heading; null where it is none. */
  readonly heading: number | null;
}

/** A title is broken over at most this many lines, the year in brackets that may follow it not counted. */
const MOST_LINES = 4;
/** A line of a title is short, ends no sentence, and is neither a heading of a section nor a label. */
const NO_PART = /[。；;！!]|^[一二三四五六][、.．]|^.{2,8}[:：]|^第.{1,4}条|^[（(]?[一二三四五六]{1,2}[)）]/u;
const isPart = ({ text }: Line): boolean => text.length <= 60 && !NO_PART.test(text);
const LAST_PART = /报告|年报|告$/u;
const YEAR_ALONE = /^(?:[（(](?:20|二)[^（()）]{2,6}[)）]|(?:20\d{2}|二[〇○零oO0一二三四五六七八九]{3})(?:年度?)?)$/u;

const isWhole = ({ agency, year }: Title): boolean => agency !== null && isOrganName(agency) && year !== null;

/** Lines of sites say where one is: 首页 > 政府信息公开 > … */
const lastCrumb = (text: string): string => text.split(/[>»›]/u).at(-1) ?? text;

function read(run: readonly Line[], line: number, heading: number | null): TitleAt | null {
  const title = parseTitle(lastCrumb(run.map(({ text }) => text).join('')));
  if (title === null) return null;
  const printed = run.map((part) => lastCrumb(part.printed).trim()).join('');
  return { ...title, printed, line, heading };
}

const isOrgan = (line: Line | undefined): line is Line => line !== undefined && isOrganName(line.text);
const isYear = (line: Line | undefined): line is Line => line !== undefined && YEAR_ALONE.test(line.text);

/** Organs listed line by line, as in a menu, are no part of the title next to them; the name of the site may stand above its own. */
const isListed = (lines: readonly Line[], at: number, step: 1 | -1): boolean =>
  isOrgan(lines[at]) && isOrgan(lines[at + step]) && (step === 1 || isOrgan(lines[at + 2 * step]));

/** Whether a line above a title is no part of it: one of a menu of organs or years, or another title. */
const isOther = (lines: readonly Line[], at: number): boolean =>
  isListed(lines, at, -1) || (isYear(lines[at]) && isYear(lines[at - 1])) || holdsTail(lines[at]?.text ?? '');

/** The organ that stands alone beneath a title without one, as on the cover of a report; a government's name there is its site's. */
function organBelow(lines: readonly Line[], at: number): string | null {
  const line = lines[at];
  return isOrgan(line) && kindOf(line.text) !== 'GOVERNMENT' && !isListed(lines, at, 1) ? line.text : null;
}

/** The shortest run of lines up to this one that is a title with agency and year, else the line alone. */
function titleUpTo(lines: readonly Line[], last: number): TitleAt | null {
  const next = lines[last + 1];
  // Several years one beneath the other lead to other reports.
  const follows = isYear(next) && !isYear(lines[last + 2]) ? [next] : [];
  const heading = lines[last]?.heading ?? null;
  const below = organBelow(lines, last + follows.length + 1);
  const isOrgans = below !== null && kindOf(below) !== 'GENERAL_OFFICE';
  let alone: TitleAt | null = null;
  for (let first = last; first >= 0 && first > last - MOST_LINES; first -= 1) {
    const run = [...lines.slice(first, last + 1), ...follows];
    if (run.length > 1 && !run.every(isPart)) break;
    if (first < last && isOther(lines, first)) break;
    const title = read(run, last + follows.length, heading);
    // The name of the site above a heading, or above an organ's title, is no part of it.
    const isAbove = first < last && (lines[first]?.heading !== heading || isOrgans);
    const isSite = isAbove && kindOf(title?.agency ?? '') === 'GOVERNMENT';
    if (title !== null && isWhole(title) && !isSite) return title;
    alone ??= title;
  }
  if (alone?.agency !== null) return alone;
  return { ...alone, agency: below };
}

/** Every title in the lines of a document, with as much of the lines above as it takes to name agency and year. */
export const findTitles = (lines: readonly Line[]): TitleAt[] =>
  lines
    .map(({ text }, index) => (LAST_PART.test(text) ? titleUpTo(lines, index) : null))
    .filter((title) => title !== null);
