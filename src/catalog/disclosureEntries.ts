import { type CatalogEntry, entryOf } from './CatalogEntry.js';
import { caveatOfMeasure, CAVEATS, joinCaveats } from './caveats.js';
import {
  DISCLOSURE_ITEMS,
  DISCLOSURE_MEASURES,
  type DisclosureCell,
  disclosureCode,
  type DisclosureItem,
  type DisclosureMeasure,
  DISCLOSURES,
  formsOfDisclosure,
} from './disclosures.js';
import { type Form, FORMS } from './forms.js';
import type { Unit } from './units.js';

/** A figure of section two: an item and a measure. */
export function disclosureEntry(cell: DisclosureCell): CatalogEntry {
  const [item, measure] = [DISCLOSURE_ITEMS[cell.item], DISCLOSURE_MEASURES[cell.measure]];
  const forms = formsOfDisclosure(cell);
  const label = { zh: `${item.zh}：${measure.zh}`, en: `${item.en}: ${measure.en}` };
  return entryOf(disclosureCode(cell), label, {
    unit: measure.unit,
    forms,
    additiveOverYears: !measure.stock,
    comparable: forms.length === FORMS.length,
    caveat: joinCaveats(
      measure.stock && CAVEATS.stock,
      measure.signed && CAVEATS.signed,
      cell.item === 'FEES' && CAVEATS.fees,
      caveatOfMeasure(cell.measure),
    ),
  });
}

const formsOfCells = (cells: readonly DisclosureCell[]): readonly Form[] =>
  FORMS.filter((form) => cells.some((cell) => formsOfDisclosure(cell).includes(form)));

/** A row of section two; what else it is depends on its measure. */
export const disclosureItemEntry = (code: DisclosureItem): CatalogEntry =>
  entryOf(code, DISCLOSURE_ITEMS[code], { forms: formsOfCells(DISCLOSURES.filter(({ item }) => item === code)) });

/** A column of section two. */
export function disclosureMeasureEntry(code: DisclosureMeasure): CatalogEntry {
  const { unit, stock, signed }: { unit: Unit; stock: boolean; signed: boolean } = DISCLOSURE_MEASURES[code];
  const forms = formsOfCells(DISCLOSURES.filter(({ measure }) => measure === code));
  return entryOf(code, DISCLOSURE_MEASURES[code], {
    unit,
    forms,
    additiveOverYears: !stock,
    comparable: forms.length === FORMS.length,
    caveat: joinCaveats(stock && CAVEATS.stock, signed && CAVEATS.signed, caveatOfMeasure(code)),
  });
}
