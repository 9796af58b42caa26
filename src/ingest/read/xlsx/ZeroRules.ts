import { Refusal } from '../../Refusal.js';
import { UNTOLD } from '../untold.js';
import type { Merged, ShownCell } from './rowsOf.js';
import { rangeOf } from './rangeOf.js';

const MOST = 1000;
const ZERO = /^-?0(?:\.0+)?$/;
/** A0=0 of the first cell of the range: each is compared. */
const IS_ZERO = /^\$?[A-Z]{1,3}\$?\d{1,7}=0$/;

/** The rules of a sheet (ECMA-376, 18.3.1.18) that print its zeros in white or not at all. */
export class ZeroRules {
  readonly #ranges: Merged[] = [];
  #sqref = '';
  #rule: { readonly type: string; readonly hides: boolean; formula: string } | null = null;
  #taking = false;

  /** @param hiding which of the formats that rules refer to hide a zero */
  constructor(private readonly hiding: readonly boolean[]) {}

  open(name: string, { sqref = '', type = '', operator = 'equal', dxfId }: Readonly<Record<string, string>>): void {
    if (name === 'conditionalFormatting') this.#sqref = sqref;
    if (name === 'cfRule') {
      const hides = this.hiding[Number(dxfId)] === true && operator === 'equal';
      this.#rule = { type, hides, formula: '' };
    }
    this.#taking = name === 'formula';
  }

  text(text: string): void {
    if (this.#taking && this.#rule !== null) this.#rule.formula += text.trim();
  }

  close(name: string): void {
    this.#taking = false;
    if (name !== 'cfRule' || this.#rule === null) return;
    const { type, hides, formula } = this.#rule;
    this.#rule = null;
    if (!hides || !(type === 'cellIs' ? formula === '0' : type === 'expression' && IS_ZERO.test(formula))) return;
    this.#ranges.push(...this.#sqref.split(' ', MOST).flatMap((reference) => rangeOf(reference) ?? []));
    // Each cell is held against each range.
    if (this.#ranges.length >= MOST) throw new Refusal('LIMIT_EXCEEDED', `rules for over ${MOST} ranges of cells`);
  }

  /** Cells as they are seen: whether a zero that a rule hides is on a fill that shows it, the file does not say. */
  seen(cells: readonly ShownCell[]): readonly ShownCell[] {
    if (this.#ranges.length === 0) return cells;
    const isHidden = ({ row, column, text }: ShownCell): boolean =>
      ZERO.test(text) &&
      this.#ranges.some(
        ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
      );
    return cells.map((cell) => (isHidden(cell) ? { ...cell, text: UNTOLD } : cell));
  }
}
