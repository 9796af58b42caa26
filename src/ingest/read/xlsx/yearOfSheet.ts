import type { Paragraph } from '../../types.js';

const YEAR = /(?:19|20)\d\d|[上去前]年/;

/** The name of one of several sheets, as the caption that it is where it says of which year the sheet is. */
export const yearOfSheet = (name: string, sheets: number): Paragraph[] =>
  sheets > 1 && YEAR.test(name) ? [{ kind: 'paragraph', text: name, page: null, heading: null }] : [];
