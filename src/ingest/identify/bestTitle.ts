import type { Document } from '../types.js';
import { compact } from '../text/compact.js';
import { aroundTitle, type Around } from './aroundTitle.js';
import { chooseTitle, isNamed } from './chooseTitle.js';
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

const isOf = (sentence: Title, title: Title | undefined): boolean =>
  (title?.year ?? sentence.year) === sentence.year &&
  (!isNamed(title) || sentence.agency?.endsWith(title.agency) === true);

/** The title of a document, else the sentence that names it, its container's title, its file name; what one leaves out the next may say. */
export function bestTitle({ document, lines, stated, fileName }: Input): Named {
  const { opening, end } = bordersOf(lines);
  const parts = partsOf(document.declaredTitle);
  const declared = parts.map(parseTitle).find((title) => title !== null);
  const front = lines.slice(0, end);
  const year = declared?.year ?? stated;
  const { title, echo } = chooseTitle(findTitles(front), { year, opening });
  const sentence = isNamed(title) && title.year !== null ? null : findSentence(front);
  // A sentence of another year or organ than the title's is about another report.
  const isSame = sentence !== null && isOf(sentence, title);
  const file = parseTitle(compact((fileName ?? '').replace(/^.*[/\\]|\.\w{1,8}$/gu, '')));
  const around = aroundTitle(title?.line ?? opening, opening);
  const publisher = findPublisher(lines, around);
  const { declaredPublisher } = document;
  const site = parts.filter((part) => !holdsTail(part));
  // The name of a site is that of its government, and the reports on it are those of all its organs.
  const places = [publisher, findCrumb(front), declaredPublisher, ...site];
  const readings: readonly (Title | null | undefined)[] = [
    title,
    isSame ? sentence : null,
    declared,
    ...[findSignature(lines), ...places.filter((name) => name === null || kindOf(name) !== 'GOVERNMENT')].map(
      (name): Title => ({
        agency: name === null ? null : compact(name),
        year: null,
      }),
    ),
    echo,
    file,
  ];
  const surroundings = [publisher, declaredPublisher, ...site, ...findHosts(lines, title?.line ?? opening)]
    .filter((text) => text !== null)
    .map((text) => withoutSiteWords(compact(text.slice(0, 200))));
  return {
    agency: readings.find(isNamed)?.agency ?? null,
    year: readings.find((reading) => reading?.year !== null && reading?.year !== undefined)?.year ?? null,
    printed: title?.printed ?? null,
    line: title?.line ?? null,
    opening,
    around,
    surroundings,
  };
}
