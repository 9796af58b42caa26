/** Raw text of a cell: white space, line breaks included, collapsed to single blanks; nothing else changed. */
export const collapse = (text: string): string => text.replace(/[\s\u200b\u3000\ufeff]+/g, ' ').trim();
