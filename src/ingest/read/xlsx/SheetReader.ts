import type { XmlVisitor } from '../walkXml.js';
import { Refusal } from '../../Refusal.js';
import { LIMITS } from '../limits.js';
import { UNSTYLED, type CellStyle } from './readCellStyles.js';
import { asStyled } from './asStyled.js';
import { isOn, RichText, unescape } from './RichText.js';
import type { Merged, ShownCell } from './rowsOf.js';
import type { Stretch } from './withoutHidden.js';
import { ZeroRules } from './ZeroRules.js';
import { columnOf, rangeOf } from './rangeOf.js';
import { showNumber, showText } from './showNumber.js';

/** What the cells of a sheet refer to by number. */
export interface Shared {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  /** Which of the formats that rules refer to hide a zero. */
  readonly hiding: readonly boolean[];
  /** Results of formulas in the file are not what is shown. */
  readonly recalculated: boolean;
}

/** Takes cells and merged ranges out of the XML of a sheet (ECMA-376, 18.3). */
export class SheetReader implements XmlVisitor {
  readonly #cells: ShownCell[] = [];
  readonly merged: Merged[] = [];
  readonly hidden: { readonly rows: Stretch[]; readonly columns: Stretch[] } = { rows: [], columns: [] };
  #row = -1;
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  /** Null where the cell has none. */
  #formula: string | null = null;
  /** Of a text in place; null where there is none. */
  #rich: RichText | null = null;
  #taking = false;
  /** A sheet may show no zero anywhere. */
  #showsZeros = true;

  readonly #rules: ZeroRules;

  constructor(private readonly shared: Shared) {
    this.#rules = new ZeroRules(shared.hiding);
  }

  get cells(): readonly ShownCell[] {
    return this.#rules.seen(this.#cells);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#rules.open(name, attributes);
    const { r, t, s, ref } = attributes;
    if (name === 'col') {
      const [first, last] = [Number(attributes['min']) - 1, Number(attributes['max']) - 1];
      if (isHidden(attributes, 'width') && first >= 0 && last >= first) this.hidden.columns.push([first, last]);
    } else if (name === 'row') {
      // Rows and cells may leave out where they are; then they follow the one before.
      this.#row = r !== undefined && /^\d{1,7}$/.test(r) ? Number(r) - 1 : this.#row + 1;
      this.#column = -1;
      if (isHidden(attributes, 'ht')) this.hidden.rows.push([this.#row, this.#row]);
    } else if (name === 'c') {
      this.#column = columnOf(r) ?? this.#column + 1;
      this.#type = t ?? 'n';
      this.#style = Number(s ?? 0);
      this.#value = '';
      this.#formula = null;
      this.#rich = null;
    } else if (name === 'f') {
      this.#formula = '';
    } else if (name === 'mergeCell') {
      const range = rangeOf(ref ?? '');
      if (range !== null) this.merged.push(range);
    } else if (name === 'sheetView') {
      this.#showsZeros = isOn(attributes['showZeros']);
    } else {
      this.#taking = name === 'v' || name === 't';
      if (name === 'is') this.#rich = new RichText();
      this.#rich?.open(name, attributes['val']);
    }
  }

  close(name: string): void {
    this.#taking = false;
    this.#rich?.close(name);
    this.#rules.close(name);
    if (name !== 'c') return;
    const text = asStyled(this.#shown(), this.#styled.effect).replaceAll(/\r\n?/g, '\n').trim();
    if (text === '') return;
    if (this.#cells.length >= LIMITS.cells) throw new Refusal('LIMIT_EXCEEDED', `more than ${LIMITS.cells} cells`);
    this.#cells.push({ row: this.#row, column: this.#column, text });
  }

  text(text: string): void {
    this.#rules.text(text);
    if (this.#taking && this.#rich !== null) this.#rich.add(text);
    else if (this.#taking) this.#value += text;
    else if (this.#formula !== null) this.#formula += text;
  }

  get #styled(): CellStyle {
    return this.shared.styles[this.#style] ?? UNSTYLED;
  }

  #shown(): string {
    const { format } = this.#styled;
    if (this.#rich !== null) return showText(this.#rich.shown, format);
    // Programs that write no results leave them to Excel: the cell is not blank, and what it shows is not in the file.
    if (this.#formula !== null && this.shared.recalculated) return `=${this.#formula}`;
    if (this.#value === '') return this.#formula === null || this.#type === 'str' ? '' : `=${this.#formula}`;
    if (this.#type === 's') return showText(this.#text(Number(this.#value)), format);
    if (this.#type === 'b') return this.#value === '1' ? 'TRUE' : 'FALSE';
    if (this.#type === 'e') return this.#value;
    if (this.#type !== 'n') return showText(unescape(this.#value), format);
    const value = Number(this.#value);
    if (value === 0 && !this.#showsZeros) return '';
    return Number.isFinite(value) ? showNumber(value, format) : this.#value;
  }

  /** A text that is not there would make a blank cell of one that is not. */
  #text(index: number): string {
    const text = this.shared.strings[index];
    if (text === undefined) throw new Refusal('UNREADABLE', 'a cell refers to a text that the workbook does not hold');
    return text;
  }
}

/** Whether a row or column is not shown: as it says, or for being no size. */
const isHidden = ({ hidden, ...attributes }: Readonly<Record<string, string>>, size: 'ht' | 'width'): boolean =>
  hidden === '1' || hidden === 'true' || Number(attributes[size] ?? 1) === 0;
