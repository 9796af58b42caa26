import type { Decimal } from 'decimal.js';
import { Exact } from '../Exact.js';
import { repair } from './text/repair.js';

/** What a column counts: a number of items, a change of it (signed), or money in 万元. */
export type Quantity = 'count' | 'change' | 'money';

/** A printed cell read as a figure. */
export type Value =
  | { readonly state: 'BLANK' }
  | { readonly state: 'UNREADABLE' }
  | {
      readonly state: 'REPORTED';
      /** Plain decimal notation; money in 万元. */
      readonly value: string;
      /** True where the cell itself names another unit than 万元 and was converted from it. */
      readonly converted: boolean;
    };

const BLANK: Value = { state: 'BLANK' };
const UNREADABLE: Value = { state: 'UNREADABLE' };

const DASHES = /^[-‐‑‒–—―−─_/\\]*$/;
/** A no-break space that a site's encoding turned into a question mark: "? 0". */
const LOST_BLANK = /^(?:\?\s+)+(?=[+\d-])|(?<=\d)(?:\s+\?)+$/g;
const NOTE = /[(（[【].*$/s;
/** A note that is nothing but the unit of its figure, 5000（元）: it counts as one printed without brackets. */
const UNIT_NOTE = /[(（[【]\s*(?:单位[:：]?)?\s*((?:百|千|百万|千万|万|亿)?[元件项个宗份条次起人]?)\s*[)）\]】]$/;
/** A note that turns the figure before it round, 3（减少）: nobody can tell whether it has been. */
const TURNED = /^[^-−–‐﹣－减降]*[(（[【]\s*(?:净|为)?(?:减|下降|负|-)/;
/** The mark of a footnote after the figure: 52①. */
const MARK = /(?<=\S)\s*[\u2460-\u24ff\u2776-\u2793]+\s*$/u;
/**
 * Raised, circled and broken digits: repaired they would become digits of the figure (5² would be 52). And signs of a font
 * of its own, which only that font shows, but its blanks and the one that GBK has twice: repaired they would be gone.
 */
const NO_DIGIT = /\p{No}|(?![\ue5e5\uf020\uf0a0])\p{Co}/u;
const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/;
const IN_WORDS = /^(减少|减|下降|增加|增长|增|新增)(?=\d)/;
/** Decimals of a whole number, as tables of Excel show it; with three of them it might be one of thousands. */
const NO_DECIMALS = /(?<=\d)\.(?:0{1,2}|0{4})$/;
const COUNTERS = /(?<=\d)[件项个宗份条次起人]$/;
const MONEY = /(?<=\d)(亿元|亿|万元|万|千元|元)(?:人民币)?$/;
const PER_UNIT: Record<string, Decimal> = {
  亿元: new Exact(10_000),
  亿: new Exact(10_000),
  万元: new Exact(1),
  万: new Exact(1),
  千元: new Exact('0.1'),
  元: new Exact('0.0001'),
};
/** Nearly all cells: nothing to understand. */
const PLAIN = /^(?:0|[1-9]\d{0,8})$/;
/** What a column of the database and an Int of the API hold. */
const LARGEST_COUNT = 2 ** 31 - 1;
/** Longer text is no figure. */
const LONGEST = 200;

function toNumber(text: string): Decimal | null {
  const [, sign = '', whole = '', fraction = ''] =
    NUMBER.exec(text.replace(/^[−–‐﹣－]/, '-').replaceAll('，', ',')) ?? [];
  const digits = whole.replaceAll(',', '');
  // "000" is no way to print a number: it is three cells run together.
  if (digits === '' || digits.length > 15 || (digits.length > 1 && digits.startsWith('0'))) return null;
  return new Exact(`${sign === '-' ? '-' : ''}${digits}${fraction}`);
}

function toChange(text: string): Decimal | null {
  const word = IN_WORDS.exec(text)?.[0];
  const number = toNumber(word === undefined ? text : text.slice(word.length));
  return word !== undefined && /^[减下]/.test(word) ? (number?.negated() ?? null) : number;
}

function toMoney(text: string): { amount: Decimal; converted: boolean } | null {
  const unit = MONEY.exec(text)?.[1];
  const amount = toNumber(text.replace(MONEY, ''));
  const factor = PER_UNIT[unit ?? '万元'];
  return amount && factor ? { amount: amount.times(factor), converted: !factor.equals(1) } : null;
}

/** Zero has no sign. */
const plainOf = (number: Decimal): string => (number.isZero() ? '0' : number.toFixed());

/**
 * Reads one printed cell. Blanks and dashes are BLANK; anything that is not one plain figure is UNREADABLE: words, two
 * numbers, a count with decimals (other than zeros) or beyond 2³¹−1. Signs, thousands separators, full-width digits, counters (件), a note
 * in brackets or the mark of one (①) after the figure, 「减3」 for a change and a unit of money are understood; nothing is
 * ever rounded. Raised digits are UNREADABLE: a note's mark or a power, nobody can tell.
 */
export function readValue(raw: string, quantity: Quantity): Value {
  if (PLAIN.test(raw)) return { state: 'REPORTED', value: raw, converted: false };
  if (raw.length > LONGEST) return UNREADABLE;
  const unmarked = raw.replace(MARK, '');
  if (NO_DIGIT.test(unmarked.replace(NOTE, ''))) return UNREADABLE;
  const printed = repair(unmarked).trim();
  if (DASHES.test(printed)) return BLANK;
  if (quantity === 'change' && TURNED.test(printed)) return UNREADABLE;
  const text = printed.replace(LOST_BLANK, '').replace(UNIT_NOTE, '$1').replace(NOTE, '').trim();
  const money = quantity === 'money' ? toMoney(text.replace(/(?<=\d)\s+(?=\p{Script=Han})/u, '')) : null;
  if (money) return { state: 'REPORTED', value: plainOf(money.amount), converted: money.converted };
  if (quantity === 'money') return UNREADABLE;
  const plain = text
    .replace(/\s+(?=\p{Script=Han})/u, '')
    .replace(COUNTERS, '')
    .replace(NO_DECIMALS, '');
  const count = quantity === 'change' ? toChange(plain) : toNumber(plain);
  if (!count?.isInteger() || plain.includes('.') || count.abs().greaterThan(LARGEST_COUNT)) return UNREADABLE;
  return { state: 'REPORTED', value: plainOf(count), converted: false };
}

/** What stands where a figure could: a number with whatever readValue understands, or one of the signs for none. */
const FIGURE =
  /^[+\-−–－＋]?[\d０-９][\d０-９,，.．]*\s?(?:件|项|个|宗|份|条|次|起|人|万元|亿元|千元|元|万|亿)?(?:人民币)?$|^(?:减少?|增加?|下降|增长|新增)[\d０-９]+[件项个]?$|^(?:-{1,3}|[‐‑‒–—―−─]{1,3}|\/|\\)$/u;

/** Han characters other than those that a change in words begins with: most of what is asked about. */
const isWord = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first >= 0x4e00 && first <= 0x9fff && !'减增下新'.includes(text.charAt(0));
};

/** Whether a word of running text can be a figure (or a dash in place of one), as against a part of a label. */
export const isFigure = (text: string): boolean => !isWord(text) && text.length <= 24 && FIGURE.test(text.trim());

const WITH_NOTE = /^[\d０-９]+\s*(?:[(（][^()（）]*[)）]|\[[^[\]]*\]|[\u2460-\u24ff\u2776-\u2793]+)$/u;

/** A figure with a note after it, or the mark of one: 22（其中修订16件）, 22①. */
export const isFigureWithNote = (text: string): boolean =>
  !isWord(text) && text.length <= LONGEST && WITH_NOTE.test(text.trim());
