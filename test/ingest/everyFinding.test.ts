import { expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { FINDING_CODES, type FindingCode } from '../../src/catalog/findings.js';
import type { Form } from '../../src/catalog/forms.js';
import type { Place } from '../../src/catalog/places.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { createGazetteer } from '../../src/ingest/gazetteer.js';
import type { ManifestEntry } from '../../src/ingest/manifest/ManifestEntry.js';
import { readReport } from '../../src/ingest/readReport.js';
import { store } from '../harness/store.js';
import { withDatabase } from '../harness/withDatabase.js';
import { LAYOUTS } from './layouts.js';
import { sourceOf } from './read/sourceOf.js';
import { placesOfReport } from './printedReport.js';

/** How a document differs from one in which nothing is found: a whole report of zeros. */
interface Printed {
  readonly title?: string;
  readonly form?: Form;
  readonly layout?: string;
  readonly cells?: Readonly<Record<Place, string>>;
  /** The prose of section one. */
  readonly prose?: string;
  readonly manifest?: ManifestEntry;
  readonly edit?: (text: string) => string;
}

const gazetteer = createGazetteer(readDivisions());
const TITLE = '某某市某某局2021年';
const PROSE = '2021年，本局依法公开政府信息，全年更新栏目 12 个，办理来信 3 件。';

const rendered = (printed: Printed): string => {
  const { title = '南阳市财政局2021年', form = 'FORM_2021', layout = 'clean HTML', cells = {}, prose = '' } = printed;
  const { edit = (text: string) => text } = printed;
  const forms = { disclosures: form, applications: form };
  const places = placesOfReport(forms);
  const unknown = Object.keys(cells).filter((place) => !places.some((known) => known === place));
  if (unknown.length > 0) throw new Error(`the form has no ${unknown.join(', ')}`);
  const zeros = places.map((place): [Place, string] => [place, cells[place] ?? '0']);
  const layoutOf = LAYOUTS.find(({ name }) => name === layout);
  const text = layoutOf?.render({ ...forms, cells: new Map(zeros) }) ?? '';
  return edit(text.replace(TITLE, title).replace(PROSE, prose === '' ? '本局依法公开政府信息。' : prose));
};

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

/** The codes that are stored once these documents are taken in, each once. */
async function raised(...documents: readonly Printed[]): Promise<string[]> {
  for (const printed of documents) {
    const source = sourceOf(rendered(printed));
    await store(db, await readReport(source, { gazetteer, manifest: printed.manifest ?? null }), { sample: false });
  }
  const rows = await db.query<{ code: string }[]>('select distinct f.code from finding as f order by f.code');
  return rows.map(({ code }) => code);
}

const both = (row: string, count: number): Record<Place, string> => ({
  [`APPLICATIONS/${row}/NATURAL_PERSON`]: String(count),
  [`APPLICATIONS/${row}/TOTAL`]: String(count),
});
const year = (number: number, printed: Printed = {}): Printed => ({ title: `南阳市财政局${number}年`, ...printed });
/** Long enough to be compared, and in no sentence what every report says. */
const LONG = Array.from({ length: 80 }, (_, at) => `第${String.fromCharCode(0x4e00 + at * 37)}项工作已经办结。`).join(
  '',
);

/** For each code the smallest document, or pair of them, that raises it. */
const RAISING: Readonly<Record<FindingCode, readonly Printed[]>> = {
  INTAKE_BALANCE: [{ cells: both('RECEIVED', 1) }],
  OUTCOME_BALANCE: [{ cells: { ...both('RECEIVED', 1), ...both('TOTAL_HANDLED', 1) } }],
  APPLICANT_BALANCE: [{ cells: { 'APPLICATIONS/NOT_HELD/BUSINESS': '1' } }],
  REVIEW_BALANCE: [{ cells: { 'REVIEWS/RECONSIDERATION/TOTAL': '1' } }],
  TABLE_MISSING: [{ edit: (text) => text.replace(/<table[^>]*><tr><td colspan="5">行政复议.*?<\/table>/s, '') }],
  TABLE_INCOMPLETE: [{ edit: (text) => text.replace(/<tr><td colspan="3">四、结转.*?<\/tr>/s, '') }],
  VALUE_UNREADABLE: [{ cells: { 'APPLICATIONS/RECEIVED/NATURAL_PERSON': '约30' } }],
  VALUE_AMBIGUOUS: [{ layout: 'a row a line', cells: { 'DISCLOSURES/REGULATIONS/REPEALED': '' } }],
  NEGATIVE_COUNT: [{ cells: { 'DISCLOSURES/PENALTIES/DECISIONS': '-2' } }],
  UNIT_IN_CELL: [{ cells: { 'DISCLOSURES/FEES/FEE_AMOUNT': '251000元' } }],
  UNIT_DOUBTFUL: [{ cells: { 'DISCLOSURES/FEES/FEE_AMOUNT': '7774591.96' } }],
  TITLE_YEAR: [{ prose: '2020年，本局依法公开政府信息。' }],
  SCOPE_ASSUMED: [{ title: '南阳市2021年' }],
  DIVISION_UNKNOWN: [{ title: '某某市财政局2021年' }],
  DIVISION_AMBIGUOUS: [{ title: '鼓楼区财政局2021年' }],
  MANIFEST_CONFLICT: [{ manifest: { year: 2020 } }],
  CARRY_OVER_CHAIN: [year(2021, { cells: { ...both('RECEIVED', 5), ...both('CARRIED_OUT', 5) } }), year(2022)],
  STOCK_CHAIN: [year(2021, { cells: { 'DISCLOSURES/REGULATIONS/IN_FORCE': '5' } }), year(2022)],
  ITEM_CHAIN: [
    year(2019, { form: 'FORM_2019', cells: { 'DISCLOSURES/LICENSES/PREVIOUS_ITEMS': '5' } }),
    year(2020, { form: 'FORM_2019' }),
  ],
  SCOPE_SUM: [
    { title: '南阳市宛城区财政局2021年', cells: both('RECEIVED', 5) },
    { title: '南阳市宛城区人民政府2021年' },
  ],
  NARRATIVE_MISMATCH: [{ prose: '全年收到政府信息公开申请7件。' }],
  JUMP: [year(2021, { cells: both('RECEIVED', 5) }), year(2022, { cells: both('RECEIVED', 100) })],
  SECTION_MISSING: [{ edit: (text) => text.replace('<p>六、其他需要报告的事项</p>', '') }],
  SECTION_EMPTY: [{ edit: (text) => text.replace('公开的及时性还有不足，明年将加强培训。', '无') }],
  TEXT_REUSED: [year(2021, { prose: LONG }), year(2022, { prose: LONG })],
  LATE: [{ edit: (text) => `<p>发布日期：2022-03-05</p>${text}` }],
};

test('every code of the catalog has what raises it', () =>
  expect(Object.keys(RAISING).sort()).toEqual([...FINDING_CODES].sort()));

test('nothing is found in the document that all of them are made of', async () =>
  expect(await raised({}, year(2022))).toEqual([]));

test.each(FINDING_CODES)('%s', async (code) => expect(await raised(...RAISING[code])).toContain(code));
