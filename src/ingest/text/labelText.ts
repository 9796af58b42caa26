import { compact } from './compact.js';

/** A printed label made comparable. */
export interface LabelText {
  /** Han characters, letters and digits only: numbering, notes in brackets, blanks and punctuation are gone. */
  readonly key: string;
  /** Its own number as printed, such as 一, (三) or 8; null where it has none. */
  readonly mark: string | null;
}

const CHAPTER = /^([一二三四五六七八九十])[、.,,]/;
const GROUP = /^[((]([一二三四五六七八九十])[))][、.]?/;
const ITEM = /^(\d{1,2})[.、,:]?(?=\D)/;
/** What may stand before the label proper when the cells of a row are glued: the vertical cell and the group. */
const LEAD = /^(?:本年度办理结果(?=.)|(?:不予公开|无法提供|不予处理|其他处理)(?=\d))[、.:]?/;
const NOTE = /[(（[【][^()（）[\]【】]*(?:[)）\]】]|$)/g;
const PUNCTUATION = /[^\p{Script=Han}\p{L}\p{N}]+/gu;

/** Makes a label comparable: 「（三）不予公开 1、属于国家 秘密」 has the key 属于国家秘密 and the mark 1. */
export function labelText(text: string): LabelText {
  let rest = compact(text);
  let mark: string | null = null;
  for (;;) {
    const chapter = CHAPTER.exec(rest);
    const group = chapter ? null : GROUP.exec(rest);
    const item = (chapter ?? group) ? null : ITEM.exec(rest);
    const lead = (chapter ?? group ?? item) ? null : LEAD.exec(rest);
    const found = chapter ?? group ?? item ?? lead;
    if (!found) break;
    if (group) mark = `(${found[1]})`;
    else if (!lead) mark = found[1] ?? null;
    rest = rest.slice(found[0].length);
  }
  // Text that is all in brackets is no note to a label: it is one itself (本列数据的勾稽关系为…).
  const bare = rest.replace(NOTE, '').replace(PUNCTUATION, '');
  return { key: bare === '' ? rest.replace(PUNCTUATION, '') : bare, mark };
}
