import type { Handler } from 'htmlparser2';
import { Refusal } from '../../Refusal.js';
import { offLine } from '../../text/offLine.js';
import { LIMITS } from '../limits.js';
import { TableBuilder, type LooseBlock } from './TableBuilder.js';

/** Elements whose text is not shown as part of the page's text. */
const HIDDEN = new Set([
  'script', 'style', 'noscript', 'template', 'nav', 'select', 'textarea', 'iframe', 'object', 'svg', 'button',
]); // prettier-ignore
/** Elements that end the line before and after them. */
const BLOCK = new Set([
  'p', 'div', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'header',
  'footer', 'aside', 'main', 'blockquote', 'center', 'form', 'fieldset', 'pre', 'hr', 'caption', 'tr', 'body', 'figure',
]); // prettier-ignore

/** Elements that are set above or below the line. */
const OFF_LINE: Readonly<Record<string, 'above' | 'below'>> = { sup: 'above', sub: 'below' };
/** Elements that strike their text out: it is no part of what stands beside it. */
const STRUCK = new Set(['del', 's', 'strike']);
/** Rows, cells and words of cells. What is larger, a script may show: pages keep whole articles so. */
const CONCEALABLE = new Set(['tr', 'td', 'th', 'p', 'span', 'font', 'b', 'i', 'em', 'strong', 'u', 'a']);
const CONCEALED = /display\s*:\s*none|mso-hide\s*:\s*all/i;
/** Fields that show their value as text. */
const WRITTEN = new Set(['text', 'number', 'tel']);

/** What a page says of itself outside its text. */
export interface Declared {
  readonly title: string;
  readonly meta: ReadonlyMap<string, string>;
}

/** Turns the events of the parser into blocks: lines of text, and grids in their place among them. */
export class HtmlReader implements Partial<Handler> {
  readonly blocks: LooseBlock[] = [];
  private readonly tables: TableBuilder[] = [];
  /** Where text goes: the page, or the open cell of each open table. */
  private readonly targets: LooseBlock[][] = [this.blocks];
  private readonly metaContents = new Map<string, string>();
  private title = '';
  private line = '';
  private hidden = 0;
  /** How many elements are open from the one on that is not shown. */
  private concealed = 0;
  private offLine: 'above' | 'below' | null = null;
  private pre = 0;
  private inTitle = false;
  private heading: number | null = null;
  private cells = 0;
  private lines = 0;

  get declared(): Declared {
    return { title: this.title, meta: this.metaContents };
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.isConcealed(name, attributes)) this.concealed++;
    if (this.concealed > 0) return;
    if (HIDDEN.has(name)) this.hidden++;
    if (this.hidden > 0) return;
    if (STRUCK.has(name)) this.line += ' ';
    this.offLine = OFF_LINE[name] ?? this.offLine;
    if (name === 'meta') this.meta(attributes);
    else if (name === 'title') this.inTitle = this.title === '';
    else if (name === 'br') this.flush(true);
    else if (name === 'input') this.field(attributes);
    else if (name === 'table') this.openTable();
    else if (name === 'td' || name === 'th') this.openCell(attributes);
    else if (BLOCK.has(name)) this.openBlock(name);
  }

  onclosetag(name: string): void {
    if (this.concealed > 0) {
      this.concealed--;
      return;
    }
    if (HIDDEN.has(name)) {
      this.hidden = Math.max(0, this.hidden - 1);
      return;
    }
    if (this.hidden > 0) return;
    if (STRUCK.has(name)) this.line += ' ';
    if (OFF_LINE[name]) this.offLine = null;
    if (name === 'title') this.inTitle = false;
    else if (name === 'table') this.closeTable();
    else if (name === 'td' || name === 'th') this.closeCell();
    else if (BLOCK.has(name)) {
      this.flush(false);
      if (name === 'pre') this.pre = Math.max(0, this.pre - 1);
      this.heading = null;
    }
  }

  ontext(text: string): void {
    if (this.inTitle) this.title += text;
    else if (this.hidden === 0 && this.concealed === 0) {
      if (this.pre === 0) this.line += this.offLine === null ? text : offLine(text, this.offLine);
      else
        text.split(/\r\n?|\n/).forEach((part, index) => {
          if (index > 0) this.flush(true);
          this.line += part;
        });
    }
  }

  onend(): void {
    while (this.tables.length > 0) this.closeTable();
    this.flush(false);
  }

  private meta({ name = '', property = '', content = '' }: Record<string, string>): void {
    const key = (name || property).toLowerCase();
    if (key !== '' && content !== '' && !this.metaContents.has(key)) this.metaContents.set(key, content);
  }

  /** Within what is not shown, or the beginning of it. */
  private isConcealed(name: string, { style = '', hidden }: Record<string, string>): boolean {
    if (this.concealed > 0) return true;
    return this.tables.length > 0 && CONCEALABLE.has(name) && (hidden !== undefined || CONCEALED.test(style));
  }

  /** What is written into a field of a table; fields elsewhere are for searching. */
  private field({ type = 'text', value = '' }: Record<string, string>): void {
    if (this.tables.length > 0 && WRITTEN.has(type.toLowerCase())) this.line += value;
  }

  private openBlock(name: string): void {
    this.flush(false);
    if (name === 'pre') this.pre++;
    else if (name === 'tr') this.tables.at(-1)?.openRow();
    else if (/^h[1-6]$/.test(name)) this.heading = Number(name[1]);
  }

  private openTable(): void {
    this.flush(false);
    if (this.tables.length >= LIMITS.nesting)
      throw new Refusal('LIMIT_EXCEEDED', `tables nested over ${LIMITS.nesting} deep`);
    this.tables.push(new TableBuilder());
    // Text between cells belongs to no cell; it stays with what is around the table.
    this.targets.push(this.targets.at(-1) ?? this.blocks);
  }

  private openCell(attributes: Record<string, string>): void {
    this.flush(false);
    const table = this.tables.at(-1);
    if (!table) return;
    if (++this.cells > LIMITS.cells) throw new Refusal('LIMIT_EXCEEDED', `over ${LIMITS.cells} table cells`);
    this.targets[this.targets.length - 1] = table.openCell(span(attributes['rowspan']), span(attributes['colspan']));
  }

  private closeCell(): void {
    this.flush(false);
    if (this.tables.length > 0) this.targets[this.targets.length - 1] = this.targets.at(-2) ?? this.blocks;
  }

  private closeTable(): void {
    this.flush(false);
    const table = this.tables.pop();
    if (!table) return;
    this.targets.pop();
    this.targets.at(-1)?.push(...table.toBlocks());
  }

  /** Ends the line. A blank one is kept only where the page itself breaks it, inside preformatted text. */
  private flush(broken: boolean): void {
    const text = this.pre > 0 ? this.line : this.line.replace(/[ \t\r\n\f]+/g, ' ').trim();
    this.line = '';
    if (text === '' && !(broken && this.pre > 0)) return;
    if (++this.lines > LIMITS.paragraphs) throw new Refusal('LIMIT_EXCEEDED', `over ${LIMITS.paragraphs} lines`);
    this.targets.at(-1)?.push({ kind: 'paragraph', text, page: null, heading: this.heading });
  }
}

/** A declared span; 1 where it says nothing sensible. */
function span(declared: string | undefined): number {
  const value = Number.parseInt(declared ?? '1', 10);
  return Number.isFinite(value) && value >= 0 ? value : 1;
}
