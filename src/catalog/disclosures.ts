import { type Form, FORMS } from './forms.js';
import type { Label } from './label.js';

/** The rows of section two (主动公开), article 20 of the Regulations. */
export const DISCLOSURE_ITEMS = {
  REGULATIONS: { zh: '规章', en: 'Regulations' },
  NORMATIVE_DOCUMENTS: { zh: '规范性文件', en: 'Normative documents' },
  LICENSES: { zh: '行政许可', en: 'Administrative licenses' },
  OTHER_SERVICES: { zh: '其他对外管理服务事项', en: 'Other public management and service matters' },
  PENALTIES: { zh: '行政处罚', en: 'Administrative penalties' },
  COMPULSORY_MEASURES: { zh: '行政强制', en: 'Administrative compulsory measures' },
  FEES: { zh: '行政事业性收费', en: 'Administrative fees' },
  PROCUREMENT: { zh: '政府集中采购', en: 'Centralized government procurement' },
} as const satisfies Record<string, Label>;
export type DisclosureItem = keyof typeof DISCLOSURE_ITEMS;
export const DISCLOSURE_ITEM_CODES = Object.keys(DISCLOSURE_ITEMS) as DisclosureItem[];

interface MeasureEntry extends Label {
  readonly unit: 'ITEMS' | 'CNY_10K';
  readonly stock: boolean;
  readonly signed: boolean;
}
const count = (zh: string, en: string): MeasureEntry => ({ zh, en, unit: 'ITEMS', stock: false, signed: false });
const stock = (zh: string, en: string): MeasureEntry => ({ ...count(zh, en), stock: true });
const money = (zh: string, en: string): MeasureEntry => ({ ...count(zh, en), unit: 'CNY_10K' });

/** The columns of section two in both editions. */
export const DISCLOSURE_MEASURES = {
  MADE: count('本年新制作数量', 'Newly made this year'),
  DISCLOSED: count('本年新公开数量', 'Newly disclosed this year'),
  PUBLIC_TOTAL: stock('对外公开总数量', 'Total public'),
  ISSUED: count('本年制发件数', 'Issued this year'),
  REPEALED: count('本年废止件数', 'Repealed this year'),
  IN_FORCE: stock('现行有效件数', 'In force'),
  PREVIOUS_ITEMS: stock('上一年项目数量', 'Items in the previous year'),
  CHANGE: { ...count('本年增/减', 'Change this year'), signed: true },
  DECISIONS: count('处理决定数量', 'Decisions this year'),
  FEE_AMOUNT: money('本年收费金额', 'Fees collected this year'),
  PROJECTS: count('采购项目数量', 'Procurement projects'),
  PROCUREMENT_AMOUNT: money('采购总金额', 'Procurement amount'),
} as const satisfies Record<string, MeasureEntry>;
export type DisclosureMeasure = keyof typeof DISCLOSURE_MEASURES;
export const DISCLOSURE_MEASURE_CODES = Object.keys(DISCLOSURE_MEASURES) as DisclosureMeasure[];

type Block = readonly [items: readonly DisclosureItem[], measures: readonly DisclosureMeasure[]];
const LAYOUT: Record<Form, readonly Block[]> = {
  FORM_2019: [
    [
      ['REGULATIONS', 'NORMATIVE_DOCUMENTS'],
      ['MADE', 'DISCLOSED', 'PUBLIC_TOTAL'],
    ],
    [
      ['LICENSES', 'OTHER_SERVICES', 'PENALTIES', 'COMPULSORY_MEASURES'],
      ['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'],
    ],
    [['FEES'], ['PREVIOUS_ITEMS', 'CHANGE']],
    [['PROCUREMENT'], ['PROJECTS', 'PROCUREMENT_AMOUNT']],
  ],
  FORM_2021: [
    [
      ['REGULATIONS', 'NORMATIVE_DOCUMENTS'],
      ['ISSUED', 'REPEALED', 'IN_FORCE'],
    ],
    [['LICENSES', 'PENALTIES', 'COMPULSORY_MEASURES'], ['DECISIONS']],
    [['FEES'], ['FEE_AMOUNT']],
  ],
};

export interface DisclosureCell {
  readonly item: DisclosureItem;
  readonly measure: DisclosureMeasure;
}

const cells = (blocks: readonly Block[]): readonly DisclosureCell[] =>
  blocks.flatMap(([items, measures]) => items.flatMap((item) => measures.map((measure) => ({ item, measure }))));
const CELLS: Record<Form, readonly DisclosureCell[]> = {
  FORM_2019: cells(LAYOUT.FORM_2019),
  FORM_2021: cells(LAYOUT.FORM_2021),
};

/** The 22 or 10 values that a form prints in section two, in its order. */
export const printedDisclosures = (form: Form): readonly DisclosureCell[] => CELLS[form];

/** An item and a measure, e.g. LICENSES/DECISIONS: what names one figure of section two. */
export type DisclosureCode = `${DisclosureItem}/${DisclosureMeasure}`;
export const disclosureCode = ({ item, measure }: DisclosureCell): DisclosureCode => `${item}/${measure}`;

/** The editions that print a figure; none where an item has no such measure. */
export const formsOfDisclosure = (cell: DisclosureCell): readonly Form[] =>
  FORMS.filter((form) => CELLS[form].some(({ item, measure }) => item === cell.item && measure === cell.measure));

/** The 29 figures that some edition prints, by item and measure. */
export const DISCLOSURES: readonly DisclosureCell[] = DISCLOSURE_ITEM_CODES.flatMap((item) =>
  DISCLOSURE_MEASURE_CODES.map((measure) => ({ item, measure })),
).filter((cell) => formsOfDisclosure(cell).length > 0);

const BY_CODE = new Map(DISCLOSURES.map((cell) => [disclosureCode(cell), cell]));
/** The item and measure of a code; throws where no edition prints it. */
export function disclosureOf(code: DisclosureCode): DisclosureCell {
  const cell = BY_CODE.get(code);
  if (!cell) throw new RangeError(`no form prints ${code}`);
  return cell;
}
