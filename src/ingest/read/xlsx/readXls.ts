import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { LIMITS } from '../limits.js';
import { MEDIA } from '../mediaTypes.js';
import { OleFile } from '../OleFile.js';
import { hiddenInXls } from './hiddenInXls.js';
import { keepRecords } from './keepRecords.js';
import { layRows } from './layRows.js';
import { rowsOf, type ShownCell } from './rowsOf.js';
import { yearOfSheet } from './yearOfSheet.js';
import { withoutHidden } from './withoutHidden.js';
import { showNumber } from './showNumber.js';

/** Reads the visible sheets of a workbook of Excel 97–2003, what they hide left out, figures as it shows them. Throws Refusal UNREADABLE, LIMIT_EXCEEDED. */
export function readXls({ bytes }: Source): Document {
  const stream = streamOf(bytes);
  const book = parse(stream);
  const hidden = hiddenInXls(stream);
  let [cells, tables] = [0, 0];
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined || (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) return [];
    const merged = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
    const shown = withoutHidden(cellsOf(sheet), merged, hidden[index] ?? { rows: [], columns: [] });
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

function cellsOf(sheet: WorkSheet): ShownCell[] {
  const cells: ShownCell[] = [];
  // Arrays with holes, which forEach leaves out: a lone cell at the far end of a sheet costs nothing.
  const rows: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  rows.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell !== undefined) cells.push({ row, column, text: textOf(cell).replaceAll(/\r\n?/g, '\n').trim() });
    });
  });
  return cells;
}

function textOf({ t, v, w, z }: CellObject): string {
  if (typeof v === 'number' && t === 'n') return showNumber(v, z ?? 0);
  return w ?? (v === undefined ? '' : String(v));
}
