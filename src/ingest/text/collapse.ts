const BLANK = /[\s\u200b\u3000\ufeff]+/g;

/** Whether there is nothing to collapse: no white space but single blanks within the text. */
function isCollapsed(text: string): boolean {
  let before = 0x20;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 ? before === 0x20 : code < 0x20 || (code > 0x7e && !isInked(code))) return false;
    before = code;
  }
  return text === '' || before !== 0x20;
}

/** Dashes and quotation marks; Han, full-width forms and their punctuation. */
const isInked = (code: number): boolean => (code >= 0x2010 && code <= 0x2027) || (code > 0x3000 && code !== 0xfeff);

/** Raw text of a cell: white space, line breaks included, collapsed to single blanks; nothing else changed. */
export const collapse = (text: string): string => (isCollapsed(text) ? text : text.replace(BLANK, ' ').trim());
