import { lookUp } from '../forms/lookUp.js';
import { LIMITS } from '../read/limits.js';
import { Refusal } from '../Refusal.js';
import { typewriterWidth } from '../text/typewriterWidth.js';
import { isFigure } from '../value.js';
import type { Position } from '../types.js';
import { cellTokens, type BlankCells } from './cellTokens.js';
import { isPageNumber, maybePageNumber, type Layout } from './layoutOf.js';
import { positionIn, type TextLine } from './TextLine.js';
import { kindOf, NOWHERE, toToken, type Token } from './Token.js';

/** Whether rows begin with a pipe that ends no cell. */
function beginsWithPipe(lines: readonly TextLine[]): boolean {
  const printed = lines.filter(({ text }) => text.includes('|') && /[^|\s]/.test(text));
  const labelled = printed.filter(({ text }) => /\p{Script=Han}/u.test(text));
  const rows = labelled.length > 0 ? labelled : printed;
  return rows.filter(({ text }) => text.trimStart().startsWith('|')).length > 0.7 * rows.length;
}

/** So many figures with a pipe in the next line are no numbers of pages. */
const FEWEST_ABOVE = 2;

/** Whether the pipe after a figure stands in its line: a number with a pipe in the next one may be that of a page. */
function endsFigures(lines: readonly TextLine[]): boolean {
  const ended = lines.reduce((sum, { text }) => sum + (text.match(/\d\s*\|/g)?.length ?? 0), 0);
  const above = lines.filter(({ text }) => isFigure(text)).length;
  return ended > above || above < FEWEST_ABOVE;
}

/** Whether pipes stand between cells only, so that the end of a line ends one as well. */
function standBetween(lines: readonly TextLine[]): boolean {
  const piped = lines.filter(({ text }) => text.includes('|'));
  return piped.filter(({ text }) => !text.trimEnd().endsWith('|')).length > piped.length / 2;
}

/** What is longer than any label with its notes is prose that no pipe ends. */
const LONGEST_CELL = 400;

/** Digits with blanks among them, 1 057: no figure that can be read, and all the same a cell of its row. */
const BROKEN_FIGURE = /^[\d０-９][\d０-９\s,，.．]*$/;
const cellKindOf = (text: string): Token['kind'] =>
  text === '' ? 'blank' : BROKEN_FIGURE.test(text) ? 'figure' : kindOf(text);

/** Without the blank cells that a line has before a label: merged ones reach there, and they are no figures of the row above. */
function withoutLead(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let lead: Token[] = [];
  tokens.forEach((token, at) => {
    const begins = token.line !== tokens[at - 1]?.line;
    if (token.kind === 'blank' && (begins || lead.length > 0)) {
      if (begins) kept.push(...lead.splice(0));
      lead.push(token);
      return;
    }
    if (begins || token.kind !== 'text') kept.push(...lead);
    lead = [];
    kept.push(token);
  });
  return [...kept, ...lead];
}

/** Cells ended by | or parted by it; what has none after it goes on in the next line, a lone | is a blank cell. */
function pipeTokens(lines: readonly TextLine[]): Token[] {
  const tokens: Token[] = [];
  const leading = beginsWithPipe(lines);
  const between = !leading && standBetween(lines);
  const closed = endsFigures(lines);
  let open = '';
  let begun = -1;
  let start: Position = NOWHERE;
  lines.forEach((textLine, line) => {
    const parts = textLine.text.split('|');
    if (between && parts.length > 1) parts.push('');
    let offset = 0;
    // Between whole rows a number is that of a page.
    if (leading && open === '' && isFigure(textLine.text)) {
      tokens.push(toToken('text', textLine.text.trim(), line, positionIn(textLine, 0)));
      return;
    }
    if (leading && open === '' && parts[0]?.trim() === '') offset = (parts.shift()?.length ?? 0) + 1;
    parts.forEach((part, index) => {
      if (open === '') begun = line;
      if (open === '') start = positionIn(textLine, offset + part.length - part.trimStart().length);
      offset += part.length + 1;
      open = (open === '' ? part : `${open} ${part}`).trim();
      if (index === parts.length - 1 && open.length <= LONGEST_CELL) return;
      const token = toToken(cellKindOf(open), open, line, start);
      tokens.push(closed && token.kind === 'figure' && begun < line ? { ...token, loose: true } : token);
      open = '';
    });
  });
  if (open !== '') tokens.push(toToken(kindOf(open), open, lines.length, start));
  return leading ? withoutLead(tokens) : tokens;
}

/** A word and how many characters of its line are before it. */
interface Word {
  readonly text: string;
  readonly offset: number;
}

/** Joins what stands in brackets to one word: （其中修订 16 件）. */
function wordsOf(text: string): Word[] {
  let end = 0;
  const single = (text.match(/\S+/g) ?? []).map((word): Word => {
    const offset = text.indexOf(word, end);
    end = offset + word.length;
    return { text: word, offset };
  });
  if (!/[（(]/.test(text)) return single;
  const words: Word[] = [];
  let depth = 0;
  for (const word of single) {
    const open = depth > 0 ? words.pop() : undefined;
    words.push(open === undefined ? word : { text: `${open.text} ${word.text}`, offset: open.offset });
    for (const character of word.text)
      depth = Math.max(0, depth + ('（(['.includes(character) ? 1 : '）)]'.includes(character) ? -1 : 0));
  }
  // A bracket that the line leaves open belongs to a label that goes on below: its words stay words.
  return depth > 0 ? single : words;
}

/** A label with its figures run on to it: 规章000. */
function unglue(words: readonly Word[]): readonly Word[] {
  const last = words.at(-1);
  const [, label = '', digits = ''] = last ? (/^(.*[^\d.,])(\d+)$/.exec(last.text) ?? []) : [];
  return last && lookUp(label)?.terms.some(({ kind }) => kind === 'item' || kind === 'disposition')
    ? [...words.slice(0, -1), { ...last, text: label }, { text: digits, offset: last.offset + label.length }]
    : words;
}

/**
 * Figures are the last words of a line; a number before other words is part of a label.
 * @throws Refusal LIMIT_EXCEEDED
 */
function wordTokens(lines: readonly TextLine[]): Token[] {
  const tokens: Token[] = [];
  lines.forEach((textLine, line) => {
    const loose = maybePageNumber(textLine.text);
    const words = unglue(wordsOf(textLine.text));
    if (tokens.length + words.length > LIMITS.cells)
      throw new Refusal('LIMIT_EXCEEDED', `a section of over ${LIMITS.cells} words`);
    let first = words.length;
    while (first > 0 && isFigure(words[first - 1]?.text ?? '')) first--;
    let [at, column] = [0, 0];
    words.forEach(({ text, offset }, index) => {
      column += typewriterWidth(textLine.text.slice(at, offset));
      at = offset;
      const extent = { start: column, end: column + typewriterWidth(text) };
      const kind = index >= first ? 'figure' : 'text';
      const token = { ...toToken(kind, text, line, positionIn(textLine, offset), extent), offset };
      tokens.push(loose ? { ...token, loose } : token);
    });
  });
  return tokens;
}

/** The words or cells of a stretch of text, page numbers left out. @throws Refusal LIMIT_EXCEEDED */
export function tokensOf(all: readonly TextLine[], layout: Layout, blanks: BlankCells = 'NONE'): Token[] {
  const lines = all.filter(({ text }) => !isPageNumber(text));
  if (layout === 'PIPES') return pipeTokens(lines);
  return layout === 'CELLS' ? cellTokens(lines, blanks) : wordTokens(lines);
}
