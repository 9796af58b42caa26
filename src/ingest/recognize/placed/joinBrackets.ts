import type { Placed } from './Placed.js';

/** Share of the size by which words of one remark stand apart at most. */
const NEAR = 1.5;
/** So many words a remark has at most. */
const MOST = 50;

const depthOf = (text: string): number =>
  Array.from(text).reduce(
    (depth, character) => depth + (/[（(]/.test(character) ? 1 : /[）)]/.test(character) ? -1 : 0),
    0,
  );

/** The words of a line with those that brackets hold together as one: a number in a remark, （含 2 件）, is no figure of a cell. */
export function joinBrackets(words: readonly Placed[]): Placed[] {
  const joined: Placed[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at]!;
    const end = depthOf(first.text) === 1 ? endOf(words, at) : at;
    const own = words.slice(at, end + 1);
    joined.push({ ...first, text: own.map(({ text }) => text).join(''), right: own.at(-1)?.right ?? first.right });
    at = end;
  }
  return joined;
}

/** Where the bracket closes that a word opens: the word itself where it stays open, goes on too long, or reaches over a gap between cells. */
function endOf(words: readonly Placed[], start: number): number {
  let depth = 1;
  for (let at = start + 1; at < Math.min(words.length, start + MOST); at++) {
    const [last, word] = [words[at - 1]!, words[at]!];
    if (word.left - last.right > NEAR * word.size) return start;
    depth += depthOf(word.text);
    if (depth === 0) return at;
  }
  return start;
}
