import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { LIMITS } from '../limits.js';
import { MEDIA } from '../mediaTypes.js';
import { OfficeParts } from '../officeParts.js';
import { partOfKind, relationsOf } from '../relations.js';
import { titleOf } from '../titleOf.js';
import { walkXml } from '../walkXml.js';
import { layRows } from './layRows.js';
import { readCellStyles } from './readCellStyles.js';
import { rowsOf, type SheetRow } from './rowsOf.js';
import { isOn, RichText } from './RichText.js';
import { SheetReader, type Shared } from './SheetReader.js';
import { yearOfSheet } from './yearOfSheet.js';
import { withoutHidden } from './withoutHidden.js';

/** Reads the visible sheets of a workbook (Office Open XML), what they hide left out, figures as it shows them. Throws Refusal UNREADABLE, LIMIT_EXCEEDED. */
export async function readXlsx({ bytes }: Source): Promise<Document> {
  const parts = await OfficeParts.open(bytes);
  const main = partOfKind(await relationsOf(parts, ''), 'officeDocument', 'xl/workbook.xml');
  const book = await parts.xml(main);
  if (book === '') throw new Refusal('UNREADABLE', 'the file has no workbook part');
  const relations = await relationsOf(parts, main);
  const { visible, recalculated } = readBook(book);
  const shared: Shared = {
    strings: stringsOf(await parts.xml(partOfKind(relations, 'sharedStrings', 'xl/sharedStrings.xml'))),
    ...readCellStyles(await parts.xml(partOfKind(relations, 'styles', 'xl/styles.xml'))),
    recalculated,
  };
  const sheets: { readonly name: string; readonly rows: SheetRow[] }[] = [];
  let cells = 0;
  for (const { id, name } of visible) {
    const relation = relations.find((each) => each.id === id);
    // Charts and macros are not sheets of cells.
    if (relation !== undefined && relation.kind !== 'worksheet') continue;
    const reader = new SheetReader(shared);
    const xml = relation === undefined ? '' : await parts.xml(relation.target);
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

interface Book {
  readonly visible: { readonly id: string; readonly name: string }[];
  /** Formulas are calculated when it is opened: their results in the file are not what is shown. */
  readonly recalculated: boolean;
}

function readBook(book: string): Book {
  const visible: { id: string; name: string }[] = [];
  let recalculated = false;
  walkXml(book, {
    open(element, { id, name = '', state = 'visible', fullCalcOnLoad = '0' }) {
      if (element === 'sheet' && id !== undefined && state === 'visible') visible.push({ id, name });
      if (element === 'calcPr') recalculated = isOn(fullCalcOnLoad);
    },
  });
  return { visible, recalculated };
}

/** Texts that cells refer to by number. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  const text = new RichText();
  let taking = false;
  walkXml(xml, {
    open(name, { val }) {
      taking = name === 't';
      text.open(name, val);
    },
    close(name) {
      taking = false;
      text.close(name);
      if (name === 'si') strings.push(text.shown);
    },
    text(more) {
      if (taking) text.add(more);
    },
  });
  return strings;
}
