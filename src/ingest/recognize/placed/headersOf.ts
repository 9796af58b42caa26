import { lookUp } from '../../forms/lookUp.js';
import type { Term } from '../../forms/terms.js';
import { overlap, spanOf, type Placed, type Span } from './Placed.js';

/** The header of one column. */
export interface Header extends Span {
  readonly text: string;
}

/** Words that stand above each other, from the lowest up. */
interface Stack extends Span {
  readonly words: Placed[];
  /** A header over several columns ends what stands below it. */
  closed: boolean;
}

/** What stands above each other, told from below: there no header reaches over several columns. */
function stacksOf(words: readonly Placed[]): Stack[] {
  const stacks: (Stack & { left: number; right: number })[] = [];
  for (const word of words.toSorted((a, b) => b.at - a.at || a.left - b.left)) {
    const below = stacks.filter((stack) => overlap(stack, word));
    const [only] = below;
    if (only === undefined) stacks.push({ words: [word], left: word.left, right: word.right, closed: false });
    else if (below.length > 1) for (const stack of below) stack.closed = true;
    else if (!only.closed) {
      only.words.push(word);
      only.left = Math.min(only.left, word.left);
      only.right = Math.max(only.right, word.right);
    }
  }
  return stacks.toSorted((a, b) => a.left - b.left);
}

type Meaning = (term: Term) => string | null;

/** The lowest words of a stack that are the header of a column. */
function headerIn({ words }: Stack, meaning: Meaning): { code: string; header: Header } | null {
  for (let count = 1; count <= words.length; count++) {
    const own = words.slice(0, count);
    const text = own
      .toReversed()
      .map((word) => word.text)
      .join('');
    const code = (lookUp(text)?.terms ?? []).map(meaning).find((found) => found !== null);
    if (code !== undefined && code !== null) return { code, header: { text, ...spanOf(own) } };
  }
  return null;
}

/**
 * The headers of all columns, left to right; null unless each is there, once and in its order, clear of the others.
 * @param words what stands above the rows
 * @param codes the columns in printed order
 * @param meaning the column that a label means, null for any other
 */
export function headersOf(words: readonly Placed[], codes: readonly string[], meaning: Meaning): Header[] | null {
  const found = stacksOf(words).flatMap((stack) => headerIn(stack, meaning) ?? []);
  const complete = found.length === codes.length && found.every(({ code }, at) => code === codes[at]);
  const headers = found.map(({ header }) => header);
  const clear = headers.every(({ left }, at) => at === 0 || left >= (headers[at - 1]?.right ?? left));
  return complete && clear ? headers : null;
}
