import { Refusal } from '../../Refusal.js';
import { offLine } from '../../text/offLine.js';
import type { Block } from '../../types.js';
import { LIMITS } from '../limits.js';
import type { XmlVisitor } from '../walkXml.js';
import type { Numbering } from './Numbering.js';
import { headingOf, levelOf, type Style } from './readStyles.js';
import { TableDraft } from './TableDraft.js';

interface ParagraphDraft {
  text: string;
  heading: number | null;
  style: Style | null;
  list: string | null;
  level: number | null;
}

/** Subtrees that are not printed: changes taken back, what a field is made of, formatting before a change. */
const UNPRINTED = new Set([
  'del',
  'moveFrom',
  'instrText',
  'rPrChange',
  'pPrChange',
  'tcPrChange',
  'trPrChange',
  'tblPrChange',
]);
/** Where a run is set that is not on the line. */
const OFF_LINE: Readonly<Record<string, 'above' | 'below'>> = { superscript: 'above', subscript: 'below' };
const CHARACTERS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Takes paragraphs and tables out of the body of a Word document. */
export class BodyReader implements XmlVisitor {
  readonly #blocks: Block[] = [];
  readonly #tables: TableDraft[] = [];
  readonly #paragraphs: ParagraphDraft[] = [];
  /** The elements around, outermost first. */
  readonly #path: string[] = [];
  #unprinted = 0;
  #hidden = false;
  #offLine: 'above' | 'below' | null = null;
  #struck = false;
  /** By how much the run, and the one before it, stand above the line. */
  #raised = 0;
  #raisedBefore = 0;
  #tableCount = 0;
  #paragraphCount = 0;
  #cells = 0;

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly numbering: Numbering,
  ) {}

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  open(name: string, { val }: Readonly<Record<string, string>>): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (name === 'del' && parent === 'trPr') this.#tables.at(-1)?.deleteRow();
    if (UNPRINTED.has(name)) this.#unprinted += 1;
    if (this.#unprinted > 0) return;
    this.#openTable(name);
    if (parent === 'trPr' || parent === 'tcPr') this.#tables.at(-1)?.property(name, val);
    if (name === 'p') [this.#raised, this.#raisedBefore] = [0, 0];
    if (name === 'p') this.#paragraphs.push({ text: '', heading: null, style: null, list: null, level: null });
    if (parent === 'pPr' || parent === 'numPr') this.#paragraphProperty(name, val);
    if (name === 'r') this.#openRun();
    if (parent === 'rPr' && this.#path.at(-3) === 'r') this.#runProperty(name, val);
    if (parent === 'r' && !this.#hidden) this.#add(CHARACTERS[name] ?? '');
  }

  close(name: string): void {
    this.#path.pop();
    if (UNPRINTED.has(name)) this.#unprinted -= 1;
    if (this.#unprinted > 0) return;
    if (name === 'p') this.#closeParagraph();
    if (name === 'tbl') {
      const table = this.#tables.pop();
      this.#into().push(...(table?.close(() => (this.#tableCount += 1)) ?? []));
    }
  }

  text(text: string): void {
    if (this.#path.at(-1) === 't' && this.#unprinted === 0 && !this.#hidden) this.#add(this.#set(text));
  }

  #openRun(): void {
    [this.#hidden, this.#offLine, this.#struck] = [false, null, false];
    [this.#raisedBefore, this.#raised] = [this.#raised, 0];
  }

  /** What is struck out is no part of what stands beside it. */
  #set(text: string): string {
    // Whole lines are raised to center them in their cells; what stands above the run before it is the mark of a note.
    const above = this.#raised > this.#raisedBefore && /\d$/.test(this.#paragraphs.at(-1)?.text ?? '');
    const where = this.#offLine ?? (above ? 'above' : null);
    const shown = where === null ? text : offLine(text, where);
    return this.#struck ? ` ${shown} ` : shown;
  }

  #runProperty(name: string, value: string | undefined): void {
    if (name === 'vanish') this.#hidden = !isOff(value);
    if (name === 'strike' || name === 'dstrike') this.#struck ||= !isOff(value);
    if (name === 'position') this.#raised = Number(value ?? 0);
    if (name === 'vertAlign') this.#offLine = OFF_LINE[value ?? ''] ?? null;
  }

  #openTable(name: string): void {
    if (name === 'tbl') {
      if (this.#tables.length >= LIMITS.nesting) {
        throw new Refusal('LIMIT_EXCEEDED', `tables nested deeper than ${LIMITS.nesting}`);
      }
      this.#tables.push(new TableDraft());
    }
    if (name === 'tr') this.#tables.at(-1)?.openRow();
    if (name === 'tc') {
      this.#cells += 1;
      if (this.#cells > LIMITS.cells) throw new Refusal('LIMIT_EXCEEDED', `more than ${LIMITS.cells} cells`);
      this.#tables.at(-1)?.openCell();
    }
  }

  #paragraphProperty(name: string, value: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (name === 'pStyle') paragraph.style = this.styles.get(value ?? '') ?? null;
    if (name === 'outlineLvl') paragraph.heading = headingOf(value);
    if (name === 'numId') paragraph.list = value ?? null;
    if (name === 'ilvl') paragraph.level = levelOf(value);
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const heading = paragraph.heading ?? paragraph.style?.heading ?? null;
    for (const line of (this.#number(paragraph) + paragraph.text).split('\n')) {
      if (line.trim() === '') continue;
      this.#paragraphCount += 1;
      if (this.#paragraphCount > LIMITS.paragraphs) {
        throw new Refusal('LIMIT_EXCEEDED', `more than ${LIMITS.paragraphs} paragraphs`);
      }
      this.#into().push({ kind: 'paragraph', text: line.trimEnd(), page: null, heading });
    }
  }

  #number({ list, level, style }: ParagraphDraft): string {
    const inherited = style?.numbering ?? null;
    const id = list ?? inherited?.list;
    return id === undefined ? '' : this.numbering.next({ list: id, level: level ?? inherited?.level ?? 0 });
  }

  /** Where what is read belongs: the open cell of the innermost table, or the body. */
  #into(): Block[] {
    return this.#tables.at(-1)?.blocks ?? this.#blocks;
  }
}

const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off';
