import type { Gazetteer } from '../gazetteer.js';
import type { Document } from '../types.js';
import { compact } from '../text/compact.js';
import { findSentence } from './findSentence.js';
import { findTitles, type TitleAt } from './findTitle.js';
import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';
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
  /** Other names that say where we are: publisher, site. */
  readonly surroundings: readonly string[];
}

interface Input {
  readonly document: Document;
  readonly lines: readonly Line[];
  readonly publisher: string | null;
  readonly fileName: string | null;
  readonly gazetteer: Gazetteer;
}

const SECTION_ONE = /^(?:[一1][、.．])?(?:总体|总体工作|基本|工作基本|工作总体)?(?:情况|概况|概述|情况概述)$/u;
const SECTION_TWO = /主动公开政府信息(?:的)?(?:工作)?情况$|^第二十条/u;
const SITE_WORDS = /(?:门户网站|政府网站|政务网|政府网|网站|信息公开平台|政务公开|信息公开|首页|欢迎您)+$/u;

/** A title without its agency or its year is one only beside section one. */
const NEAR = 6;

/** Container titles join the page's title and the site's name. */
const partsOf = (title: string | null): string[] =>
  (title ?? '')
    .split(/[-_|—–>»]+/u)
    .map(compact)
    .filter((part) => part !== '');

/** Where the sections begin, and where the second one: a title stands before that; what follows it are other years' reports. */
function bordersOf(lines: readonly Line[]): { readonly opening: number; readonly end: number } {
  const first = lines.findIndex(({ text }) => SECTION_ONE.test(text));
  const second = lines.findIndex(({ text }) => SECTION_TWO.test(text));
  const opening = first === -1 ? second : first;
  return { opening: Math.max(0, opening), end: second === -1 ? lines.length : second };
}

/** Of several titles (a page lists other years' too): the declared one, a heading, one with a known place, the one nearest to section one. */
function choose(
  titles: readonly TitleAt[],
  declared: Title | undefined,
  opening: number,
  gazetteer: Gazetteer,
): TitleAt | undefined {
  if (titles.length < 2) return titles[0];
  const rank = (title: TitleAt): number[] => [
    declared?.year !== undefined && declared.year !== null && declared.year !== title.year ? 1 : 0,
    title.heading ? 0 : 1,
    gazetteer.locate(title.agency ?? '', title.year ?? 0).candidates.length > 0 ? 0 : 1,
    Math.abs(title.line - opening),
  ];
  const ranked = titles.map((title) => ({ title, rank: rank(title) }));
  ranked.sort(
    (a, b) => a.rank.map((value, index) => value - (b.rank[index] ?? 0)).find((difference) => difference !== 0) ?? 0,
  );
  return ranked[0]?.title;
}

const isNamed = (title: Title | null | undefined): title is Title & { agency: string } =>
  title?.agency !== null && title?.agency !== undefined && isOrganName(title.agency);

/** The title of a document, else the sentence that names it, its container's title, its file name; what one leaves out the next may say. */
export function bestTitle({ document, lines, publisher, fileName, gazetteer }: Input): Named {
  const { opening, end } = bordersOf(lines);
  const parts = partsOf(document.declaredTitle);
  const declared = parts.map(parseTitle).find((title) => title !== null);
  const front = lines.slice(0, end);
  const titles = findTitles(front);
  const whole = choose(
    titles.filter((title) => isNamed(title) && title.year !== null),
    declared,
    opening,
    gazetteer,
  );
  const partial = whole === undefined ? titles.find(({ line }) => Math.abs(line - opening) <= NEAR) : undefined;
  const sentence = whole === undefined ? findSentence(front) : null;
  // A sentence of another year than the title's is about another report.
  const isSame = (partial?.year ?? null) === null || partial?.year === sentence?.year;
  const file = parseTitle(compact((fileName ?? '').replace(/^.*[/\\]|\.\w{1,8}$/gu, '')));
  const { declaredPublisher } = document;
  // The name of a site is that of its government, and the reports on it are those of all its organs.
  const source = publisher ?? (declaredPublisher?.endsWith('政府') === true ? null : declaredPublisher);
  const readings: readonly (Title | null | undefined)[] = [
    whole,
    partial,
    isSame ? sentence : null,
    declared,
    { agency: source === null ? null : compact(source), year: null },
    file,
  ];
  const shown = whole ?? partial;
  const surroundings = [publisher, declaredPublisher, ...parts.filter((part) => !holdsTail(part))]
    .filter((text) => text !== null)
    .map((text) => compact(text.slice(0, 200)).replace(SITE_WORDS, ''));
  return {
    agency: readings.find(isNamed)?.agency ?? null,
    year: readings.find((title) => title?.year !== null && title?.year !== undefined)?.year ?? null,
    printed: shown?.printed ?? null,
    line: shown?.line ?? null,
    opening,
    surroundings,
  };
}
