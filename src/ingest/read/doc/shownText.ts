import { Fields } from '../Fields.js';

const FIELD = { begin: '\u0013', separator: '\u0014', end: '\u0015' } as const;
const REPLACED: Readonly<Record<string, string>> = { '\u000b': '\n', '\u000e': '\n', '\u001e': '-', '\t': '\t' };

/**
 * Text as printed: of fields the result, no anchors of pictures and notes, no optional hyphens.
 * @param inTable whether it stands in a cell, which must not look blank for what can't be read
 */
export function shownText(paragraph: string, inTable: boolean): string {
  const fields = new Fields();
  let text = '';
  for (const character of paragraph) {
    if (character === FIELD.begin) fields.begin();
    else if (character === FIELD.separator) fields.separate();
    else if (character === FIELD.end) {
      const shown = fields.end();
      if (inTable) text += shown;
    } else {
      const shown = fields.print(character < ' ' ? (REPLACED[character] ?? '') : character);
      if (shown === '') fields.instruct(character);
      text += shown;
    }
  }
  return text;
}
