import type { TitleAt } from './findTitle.js';
import { isOrganName } from './organName.js';
import type { Title } from './parseTitle.js';

/** A title without its agency or its year is one only where it is a heading or beside section one. */
const NEAR = 6;

export const isNamed = (title: Title | null | undefined): title is Title & { agency: string } =>
  title?.agency !== null && title?.agency !== undefined && isOrganName(title.agency);
const isWhole = (title: TitleAt): boolean => isNamed(title) && title.year !== null;
const isBare = ({ agency, year }: TitleAt): boolean => agency === null && year === null;

/** Entries of menus are headings too, but of a lower level. */
const isTop = ({ heading }: TitleAt): boolean => heading === 1;

const agree = (one: number | null, other: number | null): boolean => one === null || other === null || one === other;

interface Sought {
  /** The year by the container's title or the stated period; null where neither says one. */
  readonly year: number | null;
  /** Index of the line that opens the first section. */
  readonly opening: number;
}

/** Of a page's titles its own, and what others that agree with it say of what it leaves out. */
export interface Chosen {
  readonly title: TitleAt | undefined;
  readonly echo: TitleAt | undefined;
}

/**
 * A page lists other years' and other organs' titles too. Its own is that of the year sought, a heading of level 1, the one nearest
 * to section one; one without agency or year gives way only to whole ones that are nearer.
 */
export function chooseTitle(titles: readonly TitleAt[], { year, opening }: Sought): Chosen {
  const away = ({ line }: TitleAt): number => Math.abs(line - opening);
  const rank = (title: TitleAt): number[] => [
    agree(year, title.year) ? 0 : 1,
    isTop(title) && !isBare(title) ? 0 : 1,
    away(title),
  ];
  const best = (some: readonly TitleAt[]): TitleAt | undefined => {
    if (some.length < 2) return some[0];
    const ranked = some.map((title) => ({ title, rank: rank(title) }));
    ranked.sort(
      (a, b) => a.rank.map((value, at) => value - (b.rank[at] ?? 0)).find((difference) => difference !== 0) ?? 0,
    );
    return ranked[0]?.title;
  };
  const wholes = titles.filter(isWhole);
  const isPart = (title: TitleAt): boolean => !isWhole(title) && (title.heading !== null || away(title) <= NEAR);
  const part = best(titles.filter(isPart));
  const nearer = wholes.filter(
    (whole) => part === undefined || away(whole) < away(part) || (isTop(whole) && !isTop(part)),
  );
  if (part === undefined || nearer.length > 0) return { title: best(nearer), echo: undefined };
  const isOne = new Set(wholes.map(({ agency }) => agency)).size === 1;
  const echoes = wholes.filter(
    (whole) => agree(part.year ?? year, whole.year) && (!isNamed(part) || whole.agency?.endsWith(part.agency) === true),
  );
  const isSure = isOne && new Set(echoes.map((echo) => echo.year)).size === 1;
  return { title: part, echo: isSure ? echoes[0] : undefined };
}
