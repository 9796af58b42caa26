import { Refusal } from '../../Refusal.js';
import type { Block, Document, Source } from '../../types.js';
import { offLine } from '../../text/offLine.js';
import { strokeThrough } from '../../text/struck.js';
import { LIMITS } from '../limits.js';
import { MEDIA } from '../mediaTypes.js';
import { told, UNTOLD } from '../untold.js';
import { DocTable, type RowColumns } from './DocTable.js';
import type { Mark } from './markAt.js';
import { readText, type DocText } from './readText.js';
import { shownText } from './shownText.js';
import { readSprms, SPRM } from './sprms.js';
import { formatAt, WordBinary } from './WordBinary.js';

/** What ends a paragraph: cell or row, page or section, paragraph. */
const ENDS = new Set(['\u0007', '\u000c', '\r']);
/** What stand for a picture, and for something drawn. */
const PICTURES = ['\u0001', '\u0008'];

interface Format {
  readonly sprms: ReadonlyMap<number, Buffer>;
  readonly heading: number | null;
  readonly depth: number;
}

/**
 * Reads a Word 97–2003 document ([MS-DOC]): tables with merged cells, also within tables, and headings; what was deleted
 * with changes tracked is left out. Throws Refusal UNREADABLE (damaged, encrypted, older), LIMIT_EXCEEDED.
 */
export function readDoc({ bytes }: Source): Document {
  const reader = new DocReader(new WordBinary(bytes));
  return {
    mediaType: MEDIA.doc,
    declaredTitle: null,
    declaredDate: null,
    declaredPublisher: null,
    blocks: reader.read(),
  };
}

class DocReader {
  readonly #content: DocText;
  readonly #formats: ReturnType<WordBinary['formats']>;
  readonly #blocks: Block[] = [];
  readonly #tables: DocTable[] = [];
  #tableCount = 0;
  #ends = 0;

  constructor(private readonly word: WordBinary) {
    this.#content = readText(word);
    this.#formats = word.formats('paragraphs');
  }

  read(): Block[] {
    const { text, marks, offsets } = this.#content;
    let paragraph = '';
    for (let index = 0; index < text.length; index += 1) {
      const character = text[index] ?? '';
      if (ENDS.has(character)) {
        this.#end(paragraph, character, this.#format(offsets[index] ?? 0));
        paragraph = '';
      } else {
        const mark = marks[index] ?? null;
        if ((mark === 'struck') !== (marks[index - 1] === 'struck')) paragraph += ' ';
        paragraph += printed(character, mark);
      }
    }
    this.#into(0);
    this.#add(paragraph, null);
    return this.#blocks;
  }

  #format(offset: number): Format {
    const properties = formatAt(this.#formats, offset)?.properties ?? Buffer.alloc(0);
    const sprms = readSprms(properties.subarray(2));
    for (const code of [SPRM.hugeProperties, SPRM.tableProperties]) {
      const at = sprms.get(code)?.readUInt32LE(0);
      if (at === undefined || at + 2 > this.word.data.length) continue;
      const list = this.word.data.subarray(at + 2, at + 2 + this.word.data.readUInt16LE(at));
      for (const [key, operand] of readSprms(list)) sprms.set(key, operand);
    }
    const style = properties.length >= 2 ? properties.readUInt16LE(0) : 0;
    const level = sprms.get(SPRM.outlineLevel)?.[0];
    const inTable = sprms.get(SPRM.inTable)?.[0] === 1 ? 1 : 0;
    return {
      sprms,
      // Styles 1–9 are the headings in every document.
      heading: toHeading(level ?? (style >= 1 ? style - 1 : 9)),
      depth: Math.max(inTable, sprms.get(SPRM.depth)?.readInt32LE(0) ?? 0),
    };
  }

  #end(paragraph: string, end: string, { sprms, heading, depth }: Format): void {
    this.#ends += 1;
    if (this.#ends > LIMITS.paragraphs) {
      throw new Refusal('LIMIT_EXCEEDED', `more than ${LIMITS.paragraphs} paragraphs and cells`);
    }
    this.#into(depth);
    const has = (code: number): boolean => sprms.get(code)?.[0] === 1;
    const rowEnd = has(SPRM.rowEnd) || has(SPRM.innerRowEnd);
    if (!rowEnd) this.#add(paragraph, heading);
    const table = this.#tables.at(-1);
    if (rowEnd) table?.closeRow(columnsOf(sprms.get(SPRM.tableColumns)));
    else if (end === '\u0007' || has(SPRM.innerCellEnd)) table?.closeCell();
  }

  /** Opens and closes tables until as many are open. */
  #into(depth: number): void {
    if (depth > LIMITS.nesting) throw new Refusal('LIMIT_EXCEEDED', `tables nested deeper than ${LIMITS.nesting}`);
    while (this.#tables.length < depth) this.#tables.push(new DocTable());
    while (this.#tables.length > depth) {
      const blocks = this.#tables.pop()?.close(() => (this.#tableCount += 1)) ?? [];
      const table = this.#tables.at(-1);
      if (table === undefined) this.#blocks.push(...blocks.flatMap(told));
      else table.blocks.push(...blocks);
    }
  }

  #add(paragraph: string, heading: number | null): void {
    const table = this.#tables.at(-1);
    const into = table?.blocks ?? this.#blocks;
    if (PICTURES.some((picture) => paragraph.includes(picture))) for (const each of this.#tables) each.see();
    for (const line of shownText(paragraph, table !== undefined).split('\n')) {
      if (line.trim() !== '') into.push({ kind: 'paragraph', text: line.trimEnd(), page: null, heading });
    }
  }
}

function printed(character: string, mark: Mark | null): string {
  if (mark === null) return character;
  if (mark === 'symbol') return UNTOLD;
  if (mark === 'struck') return strokeThrough(character);
  return mark === 'unprinted' ? '' : offLine(character, mark);
}

const toHeading = (level: number): number | null => (level < 6 ? level + 1 : null);

/** Number of cells, their sides, then 20 bytes a cell that begin with its flags ([MS-DOC] 2.9.321). */
function columnsOf(definition: Buffer | undefined): RowColumns {
  const count = definition?.[0] ?? 0;
  if (definition === undefined || definition.length < 1 + (count + 1) * 2) return { sides: [], flags: [] };
  const sides = Array.from({ length: count + 1 }, (_, index) => definition.readInt16LE(1 + index * 2));
  const first = 1 + (count + 1) * 2;
  const described = Math.min(count, Math.floor((definition.length - first) / 20));
  const flags = Array.from({ length: described }, (_, index) => definition.readUInt16LE(first + index * 20));
  return { sides, flags };
}
