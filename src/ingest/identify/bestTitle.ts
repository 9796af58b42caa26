import type { Document } from '../types.js';
import { compact } from '../text/compact.js';
import { aroundTitle, type Around } from './aroundTitle.js';
import { chooseTitle, isNamed, type Chosen } from './chooseTitle.js';
import { findCrumb } from './findCrumb.js';
import { findHosts, withoutSiteWords } from './findHosts.js';
import { findPublisher } from './findPublisher.js';
import { findSentence } from './findSentence.js';
import { findSignature } from './findSignature.js';
import { findTitles } from './findTitle.js';
import { kindOf } from './kindOf.js';
import type { Line } from './linesOf.js';
import { holdsTail, parseTitle, type Title } from './parseTitle.js';

/** Whose report of which year, as far as the document says. */
export interface Named {
  readonly agency: string | null;
  readonly year: number | null;
  /** The title as printed; null where there is none. */
  readonly printed: string | null;
  /** Index of the last line of the title. */
  readonly line: number | null;
  /** Index of the line that opens the first section. */
  readonly opening: number;
  /** The lines in which labels are looked for. */
  readonly around: Around;
  /** Other names that say where we are: publisher, site. */
  readonly surroundings: readonly string[];
}

interface Input {
  readonly document: Document;
  readonly lines: readonly Line[];
  /** The year of the stated period; null where none is stated. */
  readonly stated: number | null;
  readonly fileName: string | null;
}

const SECTION_ONE = /^(?:[一1][、.．])?(?:总体|总体工作|基本|工作基本|工作总体)?(?:情况|概况|概述|情况概述)$/u;
const SECTION_TWO = /主动公开政府信息(?:的)?(?:工作)?情况$|^第二十条/u;

/** Container titles join the page's title and the site's name. */
const partsOf = (title: string | null): string[] =>
  (title ?? '')
    .split(/[-_|—–>»]+/u)
    .map(compact)
    .filter((part) => part !== '');

/** Where the sections begin, and where the second one: a title stands before that; what follows it are other years' reports. */
function bordersOf(lines: readonly Line[]): { readonly opening: number; readonly end: number } {
  const second = lines.findIndex(({ text }) => SECTION_TWO.test(text));
  const end = second === -1 ? lines.length : second;
  const headings = [...lines.slice(0, end).entries()].filter(([, { text }]) => SECTION_ONE.test(text));
  // Menus have 概况 too: the heading is numbered, or the nearest to section two.
  const first = headings.find(([, { text }]) => /^[一1]/u.test(text)) ?? headings.at(-1);
  return { opening: Math.max(0, first?.[0] ?? second), end };
}

/** A sentence of another year or organ than the title's is about another report. */
const isOf = (sentence: Title, title: Title | undefined): boolean =>
  (title?.year ?? sentence.year) === sentence.year &&
  (!isNamed(title) || sentence.agency?.endsWith(title.agency) === true);

/** What names agency or year where the title leaves one out: the surer first. */
function otherReadings(
  { lines, fileName }: Input,
  front: readonly Line[],
  { title, echo }: Chosen,
  declared: Title | undefined,
  places: readonly (string | null)[],
): (Title | null | undefined)[] {
  const sentence = findSentence(front);
  const organs = [findCrumb(front), ...places]
    .filter((name) => name !== null)
    .map(compact)
    // The name of a site is that of its government, and the reports on it are those of all its organs.
    .filter((name) => kindOf(name) !== 'GOVERNMENT');
  return [
    sentence !== null && isOf(sentence, title) ? sentence : null,
    declared,
    ...[findSignature(lines), ...organs].map((agency) => ({ agency, year: null })),
    echo,
    parseTitle(compact((fileName ?? '').replace(/^.*[/\\]|\.\w{1,8}$/gu, ''))),
  ];
}

/** The title of a document; what it leaves out, other words of it say, its container's title or its file name. */
export function bestTitle(input: Input): Named {
  const { document, lines, stated } = input;
  const { opening, end } = bordersOf(lines);
  const parts = partsOf(document.declaredTitle);
  const declared = parts.map(parseTitle).find((title) => title !== null);
  const front = lines.slice(0, end);
  const chosen = chooseTitle(findTitles(front), { year: declared?.year ?? stated, opening });
  const { title } = chosen;
  const line = title?.line ?? opening;
  const around = aroundTitle(line, opening);
  const places = [
    findPublisher(lines, around),
    document.declaredPublisher,
    ...parts.filter((part) => !holdsTail(part)),
  ];
  const isWhole = isNamed(title) && title.year !== null;
  const readings = isWhole ? [title] : [title, ...otherReadings(input, front, chosen, declared, places)];
  const surroundings = [...places, ...findHosts(lines, line)]
    .filter((text) => text !== null)
    .map((text) => withoutSiteWords(compact(text.slice(0, 200))));
  return {
    agency: readings.find(isNamed)?.agency ?? null,
    year: readings.find((reading) => typeof reading?.year === 'number')?.year ?? null,
    printed: title?.printed ?? null,
    line: title?.line ?? null,
    opening,
    around,
    surroundings,
  };
}
