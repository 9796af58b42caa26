import { walkXml } from '../walkXml.js';

/** Which list a paragraph is numbered in. */
export interface ListPlace {
  readonly list: string;
  /** From 0. */
  readonly level: number;
}

/** How a run is set. */
export interface RunFormat {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly offLine: 'above' | 'below' | null;
}

/** What a style says that matters here. */
export interface Style {
  /** 1–6; null for running text. */
  readonly heading: number | null;
  readonly numbering: ListPlace | null;
  /** What it says of runs; of the rest nothing. */
  readonly run: Partial<RunFormat>;
}

interface Draft {
  basedOn: string | null;
  heading: number | null;
  list: string | null;
  level: number;
  run: Partial<RunFormat>;
}

/** Outline levels count from 0 in Word, and 9 is running text. */
export const headingOf = (outline: string | undefined): number | null =>
  outline !== undefined && /^[0-5]$/.test(outline) ? Number(outline) + 1 : null;

/** Level of a numbered list, 0–8. */
export const levelOf = (value: string | undefined): number =>
  value !== undefined && /^[0-8]$/.test(value) ? Number(value) : 0;

/** Whether a property that is on by its mere presence is turned off. */
export const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off';
const OFF_LINE: Readonly<Record<string, 'above' | 'below'>> = { superscript: 'above', subscript: 'below' };

/** What a property of a run says of how it is set. */
export function runFormat(name: string, value: string | undefined): Partial<RunFormat> {
  if (name === 'vanish') return { hidden: !isOff(value) };
  if (name === 'strike') return { struck: !isOff(value) };
  // Of the two kinds of strokes one is on; that the other is off takes nothing back.
  if (name === 'dstrike') return isOff(value) ? {} : { struck: true };
  return name === 'vertAlign' ? { offLine: OFF_LINE[value ?? ''] ?? null } : {};
}

/** Styles by id, with what they inherit. Headings are told by name (heading 1, 标题 1) or outline level. */
export function readStyles(xml: string): ReadonlyMap<string, Style> {
  const drafts = new Map<string, Draft>();
  let draft: Draft | null = null;
  walkXml(xml, {
    open(name, { styleId, val }) {
      if (name === 'style') {
        draft = { basedOn: null, heading: null, list: null, level: 0, run: {} };
        if (styleId !== undefined) drafts.set(styleId, draft);
      }
      if (draft === null) return;
      if (name === 'name') draft.heading ??= headingOfName(val ?? '');
      if (name === 'basedOn') draft.basedOn = val ?? null;
      if (name === 'outlineLvl') draft.heading = headingOf(val);
      if (name === 'numId') draft.list = val ?? null;
      if (name === 'ilvl') draft.level = levelOf(val);
      draft.run = { ...draft.run, ...runFormat(name, val) };
    },
    close(name) {
      if (name === 'style') draft = null;
    },
  });
  return new Map([...drafts].map(([id, own]) => [id, inherit(drafts, own)]));
}

const headingOfName = (name: string): number | null => {
  const digit = /^(?:heading|标题) ?([1-6])$/i.exec(name)?.[1];
  return digit === undefined ? null : Number(digit);
};

function inherit(drafts: ReadonlyMap<string, Draft>, own: Draft): Style {
  let heading: number | null = null;
  let numbering: ListPlace | null = null;
  let run: Partial<RunFormat> = {};
  let draft: Draft | undefined = own;
  // A style may say that it is based on itself.
  for (let depth = 0; draft !== undefined && depth < 20; depth += 1) {
    heading ??= draft.heading;
    numbering ??= draft.list === null ? null : { list: draft.list, level: draft.level };
    run = { ...draft.run, ...run };
    draft = drafts.get(draft.basedOn ?? '');
  }
  return { heading, numbering, run };
}
