import { Parser } from 'htmlparser2';
import { classEffects } from './classEffects.js';
import { HtmlReader } from './HtmlReader.js';
import { withoutStyle } from './withoutStyle.js';

/** Reads markup: a page, or a table within other text. Throws Refusal LIMIT_EXCEEDED. */
export function readMarkup(html: string): Pick<HtmlReader, 'blocks' | 'declared'> {
  const classes = classEffects(html);
  const reader = new HtmlReader(classes);
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  parser.end(withoutStyle(html, classes.size > 0));
  return reader;
}
