import type { Effect } from './asStyled.js';
import { settingOf, type Setting } from './settingInXls.js';
import type { Hidden, Stretch } from './withoutHidden.js';

/** Records of a BIFF stream ([MS-XLS] 2.4). */
const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  font: 0x0031,
  continued: 0x003c,
  uncalculated: 0x005e,
  columns: 0x007d,
  sheet: 0x0085,
  severalNumbers: 0x00bd,
  style: 0x00e0,
  texts: 0x00fc,
  textByNumber: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  row: 0x0208,
  shortNumber: 0x027e,
  window: 0x023e,
  begin: 0x0809,
} as const;
const HEAD = 4;
const SHOWS_ZEROS = 0x10;

/** How a sheet is looked at. */
export interface View {
  readonly hidden: Hidden;
  readonly showsZeros: boolean;
  /** Cells whose results in the file are not what is shown, by row and column: 3/2. */
  readonly uncalculated: ReadonlySet<string>;
  /** Texts as their fonts set them, and what the styles of cells do to them, likewise. */
  readonly texts: ReadonlyMap<string, string>;
  readonly effects: ReadonlyMap<string, Effect>;
}

/** Records of one cell, which begin with its row, its column and the number of its style. */
const CELLS = new Set<number>([RECORD.formula, RECORD.textByNumber, RECORD.number, RECORD.text, RECORD.shortNumber]);

/** How the sheets of a stream are looked at, in the order in which they stand in it. */
export function viewsInXls(stream: Buffer): View[] {
  const sheets: number[] = [];
  const [fonts, styles, texts]: [Buffer[], Buffer[], Buffer[]] = [[], [], []];
  let last = 0;
  walk(stream, 0, (type, record) => {
    if (type === RECORD.sheet && record.length >= 4) sheets.push(record.readUInt32LE(0));
    if (type === RECORD.font) fonts.push(record);
    if (type === RECORD.style) styles.push(record);
    if (type !== RECORD.continued) last = type;
    if (last === RECORD.texts) texts.push(record);
  });
  const setting = settingOf({ fonts, styles, texts });
  return sheets.toSorted((a, b) => a - b).map((offset) => viewIn(stream, offset, setting));
}

function viewIn(stream: Buffer, offset: number, setting: Setting): View {
  const [rows, columns]: [Stretch[], Stretch[]] = [[], []];
  const formulas = new Set<string>();
  const texts = new Map<string, string>();
  const effects = new Map<string, Effect>();
  const style = (row: number, column: number, number: number): void => {
    const effect = setting.styles.get(number);
    if (effect !== undefined) effects.set(`${row}/${column}`, effect);
  };
  let [showsZeros, isCalculated] = [true, true];
  walk(stream, offset, (type, record) => {
    if (type === RECORD.row && record.length >= 16 && (record.readUInt8(12) & 0x20) !== 0) {
      rows.push([record.readUInt16LE(0), record.readUInt16LE(0)]);
    }
    if (type === RECORD.columns && record.length >= 10) {
      const isHidden = (record.readUInt16LE(8) & 1) !== 0 || record.readUInt16LE(4) === 0;
      if (isHidden) columns.push([record.readUInt16LE(0), record.readUInt16LE(2)]);
    }
    if (type === RECORD.window && record.length >= 2) showsZeros = (record.readUInt16LE(0) & SHOWS_ZEROS) !== 0;
    // Programs that fill in a template leave calculating to Excel.
    if (type === RECORD.uncalculated) isCalculated = false;
    if (type === RECORD.formula && record.length >= 4) {
      formulas.add(`${record.readUInt16LE(0)}/${record.readUInt16LE(2)}`);
    }
    if (CELLS.has(type) && record.length >= 6)
      style(record.readUInt16LE(0), record.readUInt16LE(2), record.readUInt16LE(4));
    if (type === RECORD.severalNumbers)
      for (let at = 4; at + 6 < record.length; at += 6)
        style(record.readUInt16LE(0), record.readUInt16LE(2) + (at - 4) / 6, record.readUInt16LE(at));
    if (type === RECORD.textByNumber && record.length >= 10) {
      const text = setting.texts.get(record.readUInt32LE(6));
      if (text !== undefined) texts.set(`${record.readUInt16LE(0)}/${record.readUInt16LE(2)}`, text);
    }
  });
  return { hidden: { rows, columns }, showsZeros, uncalculated: isCalculated ? new Set() : formulas, texts, effects };
}

/** Tells of each record of a part of the stream, up to its end; charts within a sheet are parts of their own. */
function walk(stream: Buffer, offset: number, tell: (type: number, record: Buffer) => void): void {
  let depth = 0;
  for (let at = offset; at + HEAD <= stream.length;) {
    const type = stream.readUInt16LE(at);
    const next = at + HEAD + stream.readUInt16LE(at + 2);
    if (type === RECORD.begin) depth += 1;
    else if (type === RECORD.end) depth -= 1;
    else if (depth === 1) tell(type, stream.subarray(at + HEAD, next));
    if (depth <= 0) return;
    at = next;
  }
}
