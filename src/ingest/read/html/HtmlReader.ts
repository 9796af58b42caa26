import type { Handler } from 'htmlparser2';
import { Refusal } from '../../Refusal.js';
import { offLine } from '../../text/offLine.js';
import { strokeThrough } from '../../text/struck.js';
import { LIMITS } from '../limits.js';
import { placesIn } from '../placesIn.js';
import { Choice } from './Choice.js';
import type { ClassEffects } from './classEffects.js';
import type { Effect } from './effectOf.js';
import { effectOn } from './effectOn.js';
import { shownInField } from './shownInField.js';
import { TableBuilder, type LooseBlock } from './TableBuilder.js';

/** Elements whose text is not shown as part of the page's text. */
const HIDDEN = new Set([
  'script', 'style', 'noscript', 'template', 'nav', 'iframe', 'object', 'svg', 'button', 'canvas', 'video',
]); // prettier-ignore
/** Those that show, or write, what can't be read. */
const PICTURES = new Set(['img', 'script', 'iframe', 'object', 'embed', 'svg', 'button', 'canvas', 'video']);
/** Lists to choose from and boxes to write in: within a table they hold what is in its cells, elsewhere they are for searching. */
const FIELDS = new Set(['select', 'textarea']);
/** Elements that end the line before and after them. */
const BLOCK = new Set([
  'p', 'div', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'header',
  'footer', 'aside', 'main', 'blockquote', 'center', 'form', 'fieldset', 'pre', 'hr', 'caption', 'tr', 'body', 'figure',
]); // prettier-ignore

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
  /** How many elements are open. */
  private depth = 0;
  /** How many were open at the one that is taken out with all that is in it; null while none is. */
  private gone: number | null = null;
  /** What open elements do to the text in them, outermost first. */
  private readonly effects: { readonly depth: number; readonly effect: Effect }[] = [];
  private choice: Choice | null = null;
  private pre = 0;
  private inTitle = false;
  private heading: number | null = null;
  private cells = 0;
  /** Of the tables that are closed. */
  private places = 0;
  private lines = 0;

  /** @param classes what classes of the page do to text */
  constructor(private readonly classes: ClassEffects) {}

  get declared(): Declared {
    return { title: this.title, meta: this.metaContents };
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    this.depth++;
    if (this.gone !== null) return;
    const effect = effectOn(name, attributes, this.classes, this.tables.length > 0);
    if (effect === 'gone') {
      this.gone = this.depth;
      return;
    }
    if (PICTURES.has(name)) this.see();
    if (this.isHidden(name)) this.hidden++;
    if (this.hidden > 0) return;
    if (effect === 'struck') this.line += ' ';
    // Word raises whole lines too: only what is raised beside a figure is the mark of a note.
    if (effect !== null && (effect !== 'raised' || /\d$/.test(this.line)))
      this.effects.push({ depth: this.depth, effect });
    if (name === 'meta') this.meta(attributes);
    else if (name === 'title') this.inTitle = this.title === '';
    else if (name === 'br') this.flush(true);
    else if (name === 'input') this.field(attributes);
    else if (name === 'select')
      this.choice = new Choice('multiple' in attributes || Number(attributes['size'] ?? 1) > 1);
    else if (name === 'option') this.choice?.openOption('selected' in attributes);
    else if (name === 'table') this.openTable();
    else if (name === 'td' || name === 'th') this.openCell(attributes);
    else if (BLOCK.has(name)) this.openBlock(name);
  }

  onclosetag(name: string): void {
    const depth = this.depth--;
    if (this.gone !== null) {
      if (this.gone === depth) this.gone = null;
      return;
    }
    if (this.isHidden(name)) {
      this.hidden = Math.max(0, this.hidden - 1);
      return;
    }
    if (this.hidden > 0) return;
    if (this.effects.at(-1)?.depth === depth && this.effects.pop()?.effect === 'struck') this.line += ' ';
    if (name === 'title') this.inTitle = false;
    else if (name === 'select') this.closeChoice();
    else if (name === 'table') this.closeTable();
    else if (name === 'td' || name === 'th') this.closeCell();
    else if (BLOCK.has(name)) {
      this.flush(false);
      if (name === 'pre') this.pre = Math.max(0, this.pre - 1);
      else if (name === 'tr') this.tables.at(-1)?.closeRow();
      this.heading = null;
    }
  }

  ontext(text: string): void {
    if (this.inTitle) this.title += text;
    else if (this.hidden > 0 || this.gone !== null) return;
    else if (this.choice !== null) this.choice.add(text);
    else if (this.pre === 0) this.line += this.effects.length === 0 ? text : this.changed(text);
    else
      text.split(/\r\n?|\n/).forEach((part, index) => {
        if (index > 0) this.flush(true);
        this.line += part;
      });
  }

  onend(): void {
    while (this.tables.length > 0) this.closeTable();
    this.flush(false);
  }

  private meta({ name = '', property = '', content = '' }: Record<string, string>): void {
    const key = (name || property).toLowerCase();
    if (key !== '' && content !== '' && !this.metaContents.has(key)) this.metaContents.set(key, content);
  }

  private isHidden(name: string): boolean {
    return HIDDEN.has(name) || (this.tables.length === 0 && FIELDS.has(name));
  }

  /** Text under the effects that are open; of what is hidden in its place only remains that something is there. */
  private changed(text: string): string {
    if (this.effects.some(({ effect }) => effect === 'invisible')) {
      if (text.trim() !== '') this.see();
      return '';
    }
    const where = this.effects.findLast(({ effect }) => effect !== 'struck')?.effect;
    const shown = this.effects.some(({ effect }) => effect === 'struck') ? strokeThrough(text) : text;
    return where === undefined ? shown : offLine(shown, where === 'below' ? 'below' : 'above');
  }

  /** Something that can't be read is in the cells that are open. */
  private see(): void {
    for (const table of this.tables) table.see();
  }

  /** What is written into a field of a table; fields elsewhere are for searching. */
  private field(attributes: Record<string, string>): void {
    if (this.tables.length > 0) this.line += shownInField(attributes);
  }

  private closeChoice(): void {
    this.line += this.choice?.shown ?? '';
    this.choice = null;
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
    const table = this.tables.at(-1);
    if (!table) return;
    table.closeCell();
    this.targets[this.targets.length - 1] = this.targets.at(-2) ?? this.blocks;
  }

  private closeTable(): void {
    this.flush(false);
    const table = this.tables.pop();
    if (!table) return;
    this.targets.pop();
    const outermost = this.tables.length === 0;
    const blocks = table.toBlocks(outermost);
    if (outermost) this.places = placesIn(blocks, this.places);
    this.targets.at(-1)?.push(...blocks);
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
