import { Refusal } from '../../Refusal.js';
import { offLine } from '../../text/offLine.js';
import { struck } from '../../text/struck.js';
import type { Block } from '../../types.js';
import { Fields } from '../Fields.js';
import { LIMITS } from '../limits.js';
import { told, UNTOLD } from '../untold.js';
import type { XmlVisitor } from '../walkXml.js';
import type { Numbering } from './Numbering.js';
import { Placeholders } from './Placeholders.js';
import { headingOf, isOff, levelOf, runFormat, type RunFormat, type Style } from './readStyles.js';
import { TableDraft } from './TableDraft.js';

interface ParagraphDraft {
  text: string;
  heading: number | null;
  style: Style | null;
  list: string | null;
  level: number | null;
}

/**
 * Subtrees that are not printed: changes taken back, what a field is made of, formatting before a change; in the one file of
 * Word 2003 notes and the heads of pages too.
 */
const UNPRINTED = new Set([
  'footnote',
  'endnote',
  'hdr',
  'ftr',
  'del',
  'moveFrom',
  'instrText',
  'rt',
  'rPrChange',
  'pPrChange',
  'tcPrChange',
  'trPrChange',
  'tblPrChange',
]);
const PLAIN: RunFormat = { hidden: false, struck: false, offLine: null };
const PICTURES = new Set(['drawing', 'pict', 'object']);
/** What holds text only in elements of its own: other text there is that of formulas. */
const AROUND_RUNS = new Set(['p', 'r', 'hyperlink', 'ins', 'sdtContent', 'fldSimple', 'smartTag']);
/** What holds the properties of fields of forms. */
const FORM_FIELDS = new Set(['ddList', 'checkBox', 'textInput']);
const CHARACTERS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Takes paragraphs and tables out of the body of a Word document. */
export class BodyReader implements XmlVisitor {
  readonly #blocks: Block[] = [];
  readonly #tables: TableDraft[] = [];
  readonly #paragraphs: ParagraphDraft[] = [];
  /** The elements around, outermost first. */
  readonly #path: string[] = [];
  #unprinted = 0;
  #run = PLAIN;
  readonly #fields = new Fields();
  readonly #placeholders = new Placeholders();
  /** By how much the run, and the one before it, stand above the line. */
  #raised = 0;
  #raisedBefore = 0;
  #tableCount = 0;
  #paragraphCount = 0;
  #cells = 0;

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly numbering: Numbering,
    /** What stands in documents within it, by the id of their relation. */
    private readonly chunks: ReadonlyMap<string, readonly Block[]> = new Map(),
  ) {}

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { val, id } = attributes;
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (parent === 'trPr' && (name === 'del' || (name === 'hidden' && !isOff(val)))) this.#tables.at(-1)?.deleteRow();
    if (UNPRINTED.has(name)) this.#unprinted += 1;
    if (this.#unprinted > 0) return;
    this.#openTable(name);
    if (parent === 'trPr' || parent === 'tcPr') this.#tables.at(-1)?.property(name, val);
    if (name === 'p') [this.#raised, this.#raisedBefore] = [0, 0];
    if (name === 'p') this.#paragraphs.push({ text: '', heading: null, style: null, list: null, level: null });
    if (parent === 'pPr' || parent === 'numPr') this.#paragraphProperty(name, val);
    if (name === 'r') this.#openRun();
    if (parent === 'rPr' && this.#path.at(-3) === 'r') this.#runProperty(name, val);
    if (parent === 'r') this.#character(name, attributes);
    if (name === 'altChunk') this.#into().push(...(this.chunks.get(id ?? '') ?? []));
    if (PICTURES.has(name)) for (const table of this.#tables) table.see();
    this.#openField(name, parent, attributes);
  }

  close(name: string): void {
    this.#path.pop();
    if (UNPRINTED.has(name)) this.#unprinted -= 1;
    if (this.#unprinted > 0) return;
    if (name === 'p') this.#closeParagraph();
    if (name === 'sdt') this.#placeholders.close();
    if (name === 'fldSimple') this.#closeField();
    if (name === 'tbl') {
      const table = this.#tables.pop();
      const blocks = table?.close(() => (this.#tableCount += 1)) ?? [];
      this.#into().push(...(this.#tables.length === 0 ? blocks.flatMap(told) : blocks));
    }
  }

  text(text: string): void {
    const around = this.#path.at(-1) ?? '';
    if (around === 'instrText') this.#fields.instruct(text);
    else if (this.#unprinted > 0) return;
    else if (around === 't') this.#print(text);
    else if (AROUND_RUNS.has(around) && text.trim() !== '') this.#untold();
  }

  #print(text: string): void {
    if (!this.#run.hidden) this.#add(this.#fields.print(this.#placeholders.print(this.#set(text))));
  }

  /** Something in the midst of a cell that can't be read. */
  #untold(): void {
    if (this.#tables.length > 0) this.#print(UNTOLD);
  }

  /** What stands in a run other than its text. */
  #character(name: string, { font, char }: Readonly<Record<string, string>>): void {
    if (name in CHARACTERS) this.#print(CHARACTERS[name] ?? '');
    if (name !== 'sym') return;
    const digit = font === 'Symbol' ? /^f?0?3([0-9])$/i.exec(char ?? '')?.[1] : undefined;
    if (digit === undefined) this.#untold();
    else this.#print(digit);
  }

  #openField(name: string, parent: string, { val, fldCharType, instr }: Readonly<Record<string, string>>): void {
    if (name === 'sdt') this.#placeholders.open();
    if (name === 'showingPlcHdr' && !isOff(val) && this.#tables.length > 0) this.#placeholders.mark();
    if (name === 'fldSimple') {
      this.#fields.begin(instr);
      this.#fields.separate();
    }
    if (name === 'fldChar' && fldCharType === 'begin') this.#fields.begin();
    if (name === 'fldChar' && fldCharType === 'separate') this.#fields.separate();
    if (name === 'fldChar' && fldCharType === 'end') this.#closeField();
    if (FORM_FIELDS.has(parent)) this.#fields.property(name, val);
  }

  #closeField(): void {
    const shown = this.#fields.end();
    if (this.#tables.length > 0 && !this.#run.hidden) this.#add(shown);
  }

  #openRun(): void {
    this.#run = { ...PLAIN, ...this.#paragraphs.at(-1)?.style?.run };
    [this.#raisedBefore, this.#raised] = [this.#raised, 0];
  }

  /** What is struck out is no part of what stands beside it. */
  #set(text: string): string {
    // Whole lines are raised to center them in their cells; what stands above the run before it is the mark of a note.
    const above = this.#raised > this.#raisedBefore && /\d$/.test(this.#paragraphs.at(-1)?.text ?? '');
    const where = this.#run.offLine ?? (above ? 'above' : null);
    const shown = where === null ? text : offLine(text, where);
    return this.#run.struck ? struck(shown) : shown;
  }

  #runProperty(name: string, value: string | undefined): void {
    if (name === 'position') this.#raised = Number(value ?? 0);
    const format = name === 'rStyle' ? this.styles.get(value ?? '')?.run : runFormat(name, value);
    this.#run = { ...this.#run, ...format };
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
    this.#fields.endParagraph();
    const heading = paragraph.heading ?? paragraph.style?.heading ?? null;
    const number = this.#number(paragraph);
    // The number of a list is no digit of the figure after it.
    const apart = number !== '' && /^\s*\d/.test(paragraph.text) ? ' ' : '';
    for (const line of (number + apart + paragraph.text).split('\n')) {
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
