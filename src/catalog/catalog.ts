import { AGENCY_KIND_CODES, AGENCY_KINDS } from './agencyKinds.js';
import { APPLICANT_CODES, APPLICANTS } from './applicants.js';
import type { CatalogEntry } from './CatalogEntry.js';
import { caveatOfMeasure, CAVEATS, joinCaveats } from './caveats.js';
import {
  DISCLOSURE_ITEM_CODES,
  DISCLOSURE_ITEMS,
  DISCLOSURE_MEASURE_CODES,
  DISCLOSURE_MEASURES,
  type DisclosureCell,
  type DisclosureMeasure,
  disclosureCode,
  DISCLOSURES,
  formsOfDisclosure,
} from './disclosures.js';
import {
  childrenOf,
  type Disposition,
  DISPOSITION_CODES,
  DISPOSITIONS,
  isStockDisposition,
  printedDispositions,
} from './dispositions.js';
import { FINDING_CODES, FINDINGS } from './findings.js';
import { type Form, FORMS, REPORT_FORM_CODES, REPORT_FORMS } from './forms.js';
import {
  type Indicator,
  INDICATOR_CODES,
  INDICATORS,
  isStockIndicator,
  type Operand,
  operandsOf,
} from './indicators.js';
import type { Label } from './label.js';
import { REVIEW_COLUMN_CODES, REVIEW_COLUMNS, REVIEW_TRACK_CODES, REVIEW_TRACKS } from './reviews.js';
import { type Unit, UNIT_CODES, UNITS } from './units.js';

const NOTHING: Omit<CatalogEntry, 'code' | 'label'> = {
  ...{ unit: null, forms: null, parent: null, formula: null, caveat: null },
  ...{ additiveOverYears: null, comparable: null, severity: null },
};

const labelOf = ({ zh, en }: Label): Label => ({ zh, en });

/** The entries of a list that has nothing but codes and labels. */
const plain = <Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, Label>>,
  known: Partial<CatalogEntry> = {},
): readonly CatalogEntry[] => codes.map((code) => ({ ...NOTHING, code, label: labelOf(labels[code]), ...known }));

function dispositionEntry(code: Disposition): CatalogEntry {
  const { parent, ...entry } = DISPOSITIONS[code];
  const children = childrenOf(code);
  const forms = FORMS.filter((form) => [code, ...children].some((row) => printedDispositions(form).includes(row)));
  const stock = isStockDisposition(code);
  return {
    ...NOTHING,
    ...{ code, label: labelOf(entry), unit: 'APPLICATIONS', forms, parent, additiveOverYears: !stock },
    formula: children.length > 0 ? children.join(' + ') : null,
    caveat: joinCaveats(
      stock && CAVEATS.stock,
      (code === 'OTHER_HANDLING' || parent === 'OTHER_HANDLING') && CAVEATS.otherHandling,
    ),
    comparable: forms.length === FORMS.length,
  };
}

function disclosureEntry(cell: DisclosureCell): CatalogEntry {
  const [item, measure] = [DISCLOSURE_ITEMS[cell.item], DISCLOSURE_MEASURES[cell.measure]];
  const forms = formsOfDisclosure(cell);
  return {
    ...NOTHING,
    code: disclosureCode(cell),
    label: { zh: `${item.zh}：${measure.zh}`, en: `${item.en}: ${measure.en}` },
    ...{ unit: measure.unit, forms, additiveOverYears: !measure.stock, comparable: forms.length === FORMS.length },
    caveat: joinCaveats(
      measure.stock && CAVEATS.stock,
      measure.signed && CAVEATS.signed,
      cell.item === 'FEES' && CAVEATS.fees,
      caveatOfMeasure(cell.measure),
    ),
  };
}

const formsOfCells = (cells: readonly DisclosureCell[]): readonly Form[] =>
  FORMS.filter((form) => cells.some((cell) => formsOfDisclosure(cell).includes(form)));

/** What an item or a measure is depends on its pair: see `disclosures`. */
const measureFacts = (code: DisclosureMeasure): Partial<CatalogEntry> => {
  const { unit, stock, signed }: { unit: Unit; stock: boolean; signed: boolean } = DISCLOSURE_MEASURES[code];
  const forms = formsOfCells(DISCLOSURES.filter(({ measure }) => measure === code));
  return {
    ...{ unit, forms, additiveOverYears: !stock, comparable: forms.length === FORMS.length },
    caveat: joinCaveats(stock && CAVEATS.stock, signed && CAVEATS.signed, caveatOfMeasure(code)),
  };
};

const operandCode = (operand: Operand): string =>
  'row' in operand ? operand.row : `${operand.track}/${operand.column}`;

/** A sum in codes, in brackets where it has several parts. */
const sumOf = (operands: readonly Operand[]): string =>
  operands.length === 1 ? operands.map(operandCode).join('') : `(${operands.map(operandCode).join(' + ')})`;

function indicatorEntry(code: Indicator): CatalogEntry {
  const operands = operandsOf(code);
  const stock = isStockIndicator(code);
  const side = (wanted: boolean): string =>
    sumOf(operands.filter(({ inNumerator }) => inNumerator === wanted).map(({ operand }) => operand));
  return {
    ...NOTHING,
    ...{ code, label: labelOf(INDICATORS[code]), unit: 'FRACTION', formula: `${side(true)} / ${side(false)}` },
    ...{ forms: FORMS, additiveOverYears: !stock, comparable: true },
    caveat: joinCaveats(
      stock && CAVEATS.stock,
      operands.some(({ operand }) => 'track' in operand) && CAVEATS.reviews,
      CAVEATS.rate,
    ),
  };
}

const REVIEWS: Partial<CatalogEntry> = {
  ...{ unit: 'CASES', forms: FORMS, caveat: CAVEATS.reviews, additiveOverYears: true, comparable: true },
};

/** Every code of the API, and what a reader must know of it before figures are compared. */
export const catalog = {
  dispositions: DISPOSITION_CODES.map(dispositionEntry),
  applicants: plain(APPLICANT_CODES, APPLICANTS, { unit: 'APPLICATIONS', forms: FORMS, comparable: true }),
  disclosureItems: DISCLOSURE_ITEM_CODES.map((code) => ({
    ...{ ...NOTHING, code, label: labelOf(DISCLOSURE_ITEMS[code]) },
    forms: formsOfCells(DISCLOSURES.filter(({ item }) => item === code)),
  })),
  disclosureMeasures: DISCLOSURE_MEASURE_CODES.map((code) => ({
    ...{ ...NOTHING, code, label: labelOf(DISCLOSURE_MEASURES[code]) },
    ...measureFacts(code),
  })),
  disclosures: DISCLOSURES.map(disclosureEntry),
  reviewTracks: plain(REVIEW_TRACK_CODES, REVIEW_TRACKS, REVIEWS),
  reviewColumns: plain(REVIEW_COLUMN_CODES, REVIEW_COLUMNS, REVIEWS),
  indicators: INDICATOR_CODES.map(indicatorEntry),
  findings: FINDING_CODES.map((code) => ({
    ...NOTHING,
    ...{ code, label: labelOf(FINDINGS[code]), severity: FINDINGS[code].severity },
  })),
  agencyKinds: plain(AGENCY_KIND_CODES, AGENCY_KINDS),
  forms: plain(REPORT_FORM_CODES, REPORT_FORMS),
  units: plain(UNIT_CODES, UNITS),
};
