import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { LIMITS } from '../limits.js';
import { MEDIA } from '../mediaTypes.js';
import { OleFile } from '../OleFile.js';
import { UNTOLD } from '../untold.js';
import { asStyled } from './asStyled.js';
import { keepRecords } from './keepRecords.js';
import { layRows } from './layRows.js';
import { rowsOf, type ShownCell } from './rowsOf.js';
import { viewsInXls, type View } from './viewsInXls.js';
import { yearOfSheet } from './yearOfSheet.js';
import { withoutHidden } from './withoutHidden.js';
import { showNumber, showText } from './showNumber.js';

const PLAIN: View = {
  hidden: { rows: [], columns: [] },
  showsZeros: true,
  uncalculated: new Set(),
  texts: new Map(),
  effects: new Map(),
};
/** What cells show instead of a figure, by the number that the file has for it ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

/** Reads the visible sheets of a workbook of Excel 97–2003, what they hide left out, figures as it shows them. Throws Refusal UNREADABLE, LIMIT_EXCEEDED. */
export function readXls({ bytes }: Source): Document {
  const stream = streamOf(bytes);
  const book = parse(stream);
  const views = viewsInXls(stream);
  let [cells, tables] = [0, 0];
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined || (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) return [];
    const merged = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
    const view = views[index] ?? PLAIN;
    const shown = withoutHidden(cellsOf(sheet, view), merged, view.hidden);
    const rows = rowsOf(shown.cells, shown.merged, LIMITS.cells - cells);
    cells += rows.reduce((sum, row) => sum + row.cells.length, 0);
    return [{ name, rows }];
  });
  return {
    mediaType: MEDIA.xls,
    declaredTitle: null,
    declaredDate: null,
    declaredPublisher: null,
    blocks: sheets.flatMap(({ name, rows }) => [
      ...yearOfSheet(name, sheets.length),
      ...layRows(rows, () => (tables += 1)),
    ]),
  };
}

function streamOf(bytes: Uint8Array): Buffer {
  const file = new OleFile(bytes);
  return file.names.has('Workbook') ? file.stream('Workbook') : file.stream('Book');
}

function parse(stream: Buffer): WorkBook {
  try {
    return read(keepRecords(stream), {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (error) {
    throw new Refusal('UNREADABLE', 'the workbook is damaged or encrypted', { cause: error });
  }
}

function cellsOf(sheet: WorkSheet, view: View): ShownCell[] {
  const cells: ShownCell[] = [];
  // Arrays with holes, which forEach leaves out: a lone cell at the far end of a sheet costs nothing.
  const rows: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  rows.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell === undefined) return;
      const place = `${row}/${column}`;
      const shown = view.uncalculated.has(place) ? UNTOLD : (view.texts.get(place) ?? textOf(cell, view));
      const text = asStyled(shown, view.effects.get(place) ?? null);
      cells.push({ row, column, text: text.replaceAll(/\r\n?/g, '\n').trim() });
    });
  });
  return cells;
}

function textOf({ t, v, z }: CellObject, { showsZeros }: View): string {
  if (t === 'e') return ERRORS[Number(v)] ?? '#ERROR!';
  if (typeof v === 'number') return v === 0 && !showsZeros ? '' : showNumber(v, z ?? 0);
  return typeof v === 'string' ? showText(v, z ?? 0) : v === undefined ? '' : String(v).toUpperCase();
}
