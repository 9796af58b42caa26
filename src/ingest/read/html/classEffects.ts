import { effectOf, type Effect } from './effectOf.js';

/** What the classes of a page do to text; a class that only some elements have it from is named with them: td.old. */
export type ClassEffects = ReadonlyMap<string, Effect>;

const COMMENT = /\/\*[^]*?\*\/|<!--|-->/g;
/** The last part of a selector, where it asks for a class and perhaps an element. */
const LAST = /(?:^|[\s>])([a-z][a-z0-9]*)?\.([\w-]+)$/i;
const SHOWN = /display\s*:\s*(?!none)|visibility\s*:\s*visible/i;

/** The style sheets within a page, but those for print. */
function* sheetsOf(html: string): Generator<string> {
  const opening = /<style\b([^>]*)>/gi;
  const closing = /<\/style/gi;
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(html);
    if (close === null) return;
    if (!/media\s*=\s*["']?\s*print/i.test(open[1] ?? '')) yield html.slice(opening.lastIndex, close.index);
    opening.lastIndex = close.index;
  }
}

/** Selectors and declarations of each rule; what holds only on some screens or in print (@media) is left out. */
function* rulesOf(sheet: string): Generator<readonly [selectors: string, style: string]> {
  let [start, depth, deepest, selectors] = [0, 0, 0, ''];
  for (const { 0: brace, index } of sheet.matchAll(/[{}]/g)) {
    if (brace === '{') {
      if (depth === 0) [selectors, start, deepest] = [sheet.slice(start, index), index + 1, 0];
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else {
      depth = Math.max(0, depth - 1);
      if (depth > 0) continue;
      if (deepest === 1 && !selectors.includes('@')) yield [selectors, sheet.slice(start, index)];
      start = index + 1;
    }
  }
}

/** Reads the style sheets within a page. A class that a rule shows and another one hides is left as shown. */
export function classEffects(html: string): ClassEffects {
  const effects = new Map<string, Effect>();
  const shown = new Set<string>();
  for (const sheet of sheetsOf(html)) {
    if (effectOf(sheet) === null) continue;
    for (const [selectors, style] of rulesOf(sheet.replace(COMMENT, ''))) {
      const effect = effectOf(style);
      const shows = SHOWN.test(style);
      if (effect === null && !shows) continue;
      for (const selector of selectors.split(',')) {
        const [last, element = '', name = ''] = LAST.exec(selector.trim()) ?? [];
        if (effect !== null && last !== undefined) effects.set(`${element.toLowerCase()}.${name}`, effect);
        if (shows) for (const [, each = ''] of selector.matchAll(/\.([\w-]+)/g)) shown.add(each);
      }
    }
  }
  for (const key of effects.keys()) if (shown.has(key.slice(key.indexOf('.') + 1))) effects.delete(key);
  return effects;
}
