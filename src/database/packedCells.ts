import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Form, Section } from '../catalog/forms.js';
import { type Place, placesOf } from '../catalog/places.js';

/** A printed cell: raw text, page, table, row, column. */
export interface PrintedCell {
  readonly raw: string;
  readonly page: number | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
}

type PackedCell = [raw: string, page: number | null, table: number | null, row: number | null, column: number | null];
type PackedTable = [section: Section, form: Form, cells: (PackedCell | null)[]];

interface CellTable {
  readonly section: Section;
  readonly form: Form | null;
  readonly figures: readonly { readonly cell: PrintedCell | null }[];
}

/** The cells of all tables of a report in some 500 bytes: as many rows in SQL would outweigh the figures a hundred times. */
export function packCells(tables: readonly CellTable[]): Buffer {
  const packed: PackedTable[] = [];
  for (const { section, form, figures } of tables)
    if (form !== null)
      packed.push([
        section,
        form,
        figures.map(({ cell }) => cell && [cell.raw, cell.page, cell.table, cell.row, cell.column]),
      ]);
  // Level 6 takes twice as long and makes a tenth less of it.
  return deflateRawSync(JSON.stringify(packed), { level: 3 });
}

/** The cells that were located, by their place. */
export function unpackCells(packed: Buffer): ReadonlyMap<Place, PrintedCell> {
  const tables = JSON.parse(inflateRawSync(packed).toString()) as PackedTable[];
  const cells = new Map<Place, PrintedCell>();
  for (const [section, form, list] of tables)
    for (const [index, place] of placesOf(section, form).entries()) {
      const cell = list[index];
      if (cell) cells.set(place, { raw: cell[0], page: cell[1], table: cell[2], row: cell[3], column: cell[4] });
    }
  return cells;
}
