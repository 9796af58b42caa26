import { posix } from 'node:path';
import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { offLine } from '../../text/offLine.js';
import { LIMITS } from '../limits.js';
import { MEDIA } from '../mediaTypes.js';
import { OfficeParts } from '../officeParts.js';
import { titleOf } from '../titleOf.js';
import { walkXml } from '../walkXml.js';
import { layRows } from './layRows.js';
import { rowsOf, type SheetRow } from './rowsOf.js';
import { SheetReader, unescape, type Shared } from './SheetReader.js';
import { yearOfSheet } from './yearOfSheet.js';
import { withoutHidden } from './withoutHidden.js';

const BOOK = 'xl/workbook.xml';

/** Reads the visible sheets of a workbook (Office Open XML), what they hide left out, figures as it shows them. Throws Refusal UNREADABLE, LIMIT_EXCEEDED. */
export async function readXlsx({ bytes }: Source): Promise<Document> {
  const parts = await OfficeParts.open(bytes);
  const book = await parts.xml(BOOK);
  if (book === '') throw new Refusal('UNREADABLE', 'the file has no workbook part');
  const targets = targetsOf(await parts.xml('xl/_rels/workbook.xml.rels'));
  const shared: Shared = {
    strings: stringsOf(await parts.xml('xl/sharedStrings.xml')),
    formats: formatsOf(await parts.xml('xl/styles.xml')),
  };
  const visible = visibleSheets(book);
  const sheets: { readonly name: string; readonly rows: SheetRow[] }[] = [];
  let cells = 0;
  for (const { id, name } of visible) {
    const target = targets.get(id);
    const reader = new SheetReader(shared);
    const xml = target === undefined ? '' : await parts.xml(target);
    // A sheet that is named and not there would be missed.
    if (xml === '') throw new Refusal('UNREADABLE', 'a sheet of the workbook is missing');
    walkXml(xml, reader);
    const { cells: shown, merged } = withoutHidden(reader.cells, reader.merged, reader.hidden);
    const rows = rowsOf(shown, merged, LIMITS.cells - cells);
    cells += rows.reduce((sum, row) => sum + row.cells.length, 0);
    sheets.push({ name, rows });
  }
  let tables = 0;
  return {
    mediaType: MEDIA.xlsx,
    declaredTitle: titleOf(await parts.xml('docProps/core.xml')),
    declaredDate: null,
    declaredPublisher: null,
    blocks: sheets.flatMap(({ name, rows }) => [
      ...yearOfSheet(name, sheets.length),
      ...layRows(rows, () => (tables += 1)),
    ]),
  };
}

function visibleSheets(book: string): { readonly id: string; readonly name: string }[] {
  const sheets: { id: string; name: string }[] = [];
  walkXml(book, {
    open(element, { id, name = '', state = 'visible' }) {
      if (element === 'sheet' && id !== undefined && state === 'visible') sheets.push({ id, name });
    },
  });
  return sheets;
}

/** Part names of sheets by id; charts and macros are not sheets of cells. */
function targetsOf(relations: string): Map<string, string> {
  const targets = new Map<string, string>();
  walkXml(relations, {
    open(name, { Id, Target, Type = '' }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || !Type.endsWith('/worksheet')) return;
      targets.set(Id, posix.normalize(Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`));
    },
  });
  return targets;
}

/** Texts that cells refer to; of those with a reading above the characters only these. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let [text, taking, phonetic, struck] = ['', false, false, false];
  let where: 'above' | 'below' | null = null;
  walkXml(xml, {
    open(name, { val }) {
      if (name === 'si') text = '';
      if (name === 'si' || name === 'r') [where, struck] = [null, false];
      if (name === 'rPh') phonetic = true;
      if (name === 'vertAlign') where = val === 'superscript' ? 'above' : val === 'subscript' ? 'below' : null;
      if (name === 'strike') struck = val !== '0' && val !== 'false';
      taking = name === 't' && !phonetic;
    },
    close(name) {
      taking = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(unescape(text));
    },
    text(more) {
      if (!taking) return;
      const shown = where === null ? more : offLine(more, where);
      text += struck ? ` ${shown} ` : shown;
    },
  });
  return strings;
}

function formatsOf(xml: string): (string | number)[] {
  const written = new Map<number, string>();
  const formats: (string | number)[] = [];
  let inCells = false;
  walkXml(xml, {
    open(name, { numFmtId = '0', formatCode }) {
      const id = Number(numFmtId);
      if (name === 'numFmt' && formatCode !== undefined) written.set(id, formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(written.get(id) ?? id);
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
