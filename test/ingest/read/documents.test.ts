import { describe, expect, test } from '@jest/globals';
import { placesOf } from '../../../src/catalog/places.js';
import type { Form, Section } from '../../../src/catalog/forms.js';
import { extract } from '../../../src/ingest/extract.js';
import { read } from '../../../src/ingest/read/read.js';
import { recognize } from '../../../src/ingest/recognize.js';
import type { Document, Grid } from '../../../src/ingest/types.js';
import { readFixture } from './readFixture.js';
import { refusalOf } from './refusalOf.js';
import { sourceOf } from './sourceOf.js';

/** Documents made by Chromium and LibreOffice of real figures: see fixtures/documents/README.md. */
const DOCUMENTS = [
  ['ruled.pdf', 'shuyang-reform-commission-2023'],
  ['dashed.pdf', 'shanghai-general-office-2019'],
  ['row-cut.pdf', 'suqian-2023'],
  ['unruled.pdf', 'hongze-2023'],
  ['merged.docx', 'huaian-2024'],
  ['blanks.docx', 'shanghai-general-office-2019'],
  ['merged.doc', 'huaian-2024'],
  ['mixed-form.doc', 'hongze-2023'],
  ['blanks.xlsx', 'shanghai-general-office-2019'],
  ['merged.xls', 'huaian-2024'],
] as const;

interface Expected {
  readonly agency: string;
  readonly year: number;
  readonly disclosureForm: Form;
  readonly applicationForm: Form;
  /** What is printed, by place; null where blank. */
  readonly figures: Readonly<Record<string, string | null>>;
}

const expectedOf = (slug: string): Expected =>
  JSON.parse(readFixture(`figures/${slug}.json`).toString('utf8')) as Expected;
const reading = (name: string): Promise<Document> => read(sourceOf(readFixture(name), name));

/** What is printed in a table of so many columns, a row an array, blank ones empty. */
const printed = ({ figures }: Expected, section: Section, form: Form, columns: number): string[][] => {
  const values = placesOf(section, form).map((place) => figures[place] ?? '');
  return Array.from({ length: values.length / columns }, (_, row) => values.slice(row * columns, (row + 1) * columns));
};

const grids = ({ blocks }: Document): Grid[] => blocks.filter((block) => block.kind === 'grid');
/** The texts of a row's last cells, a merged one once. */
const lastOf = (row: Grid['rows'][number], count: number): string[] =>
  [...new Set(row)].slice(-count).map(({ text }) => text);

describe.each(DOCUMENTS.filter(([name]) => name !== 'unruled.pdf'))('%s', (name, slug) => {
  const expected = expectedOf(slug);

  test('section three is one table with every row in its place', async () => {
    const tables = grids(await reading(name)).filter(
      ({ rows }) => rows.length > 20 && rows.some((row) => lastOf(row, 9)[0] !== ''),
    );
    const [table] = tables.filter(({ rows }) => rows.some((row) => row.some(({ text }) => /本年新收/.test(text))));
    const rows = printed(expected, 'APPLICATIONS', expected.applicationForm, 7);
    expect(table?.rows.slice(-rows.length).map((row) => lastOf(row, 7))).toEqual(rows);
  });

  test('section four is one table, its last row the figures', async () => {
    const tables = grids(await reading(name)).filter(({ rows }) =>
      rows.some((row) => row.some(({ text }) => text === '行政复议')),
    );
    expect(tables).toHaveLength(1);
    expect(lastOf(tables[0]?.rows.at(-1) ?? [], 15)).toEqual(printed(expected, 'REVIEWS', 'FORM_2021', 15)[0]);
  });

  test('the headings of the sections stand before their tables', async () => {
    const { blocks } = await reading(name);
    const heading = blocks.findIndex((block) => block.kind === 'paragraph' && block.text.startsWith('三、收到和处理'));
    expect(heading).toBeGreaterThan(0);
    expect(blocks[heading + 1]?.kind).toBe('grid');
  });
});

test.each(DOCUMENTS)('%s: every figure as printed, from bytes to cells', async (name, slug) => {
  const expected = expectedOf(slug);
  const findings: string[] = [];
  const flag = ({ code }: { code: string }): number => findings.push(code);
  const tables = extract(recognize(await reading(name)), flag);
  const raw = Object.values(tables).flatMap(({ figures }) =>
    figures.map(({ place, cell }) => [place, cell === null ? 'not located' : cell.raw || null] as const),
  );
  expect(Object.fromEntries(raw)).toEqual(expected.figures);
  expect([tables.DISCLOSURES.form, tables.APPLICATIONS.form]).toEqual([
    expected.disclosureForm,
    expected.applicationForm,
  ]);
  expect(findings.filter((code) => code !== 'UNIT_IN_CELL')).toEqual([]);
});

test.each(DOCUMENTS)('%s names agency and year', async (name, slug) => {
  const { agency, year } = expectedOf(slug);
  const { blocks } = await reading(name);
  const text = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');
  expect(text).toContain(agency);
  expect(text).toContain(`${year}年政府信息公开工作年度报告`);
});

test('an encrypted PDF is refused', async () => {
  expect(await refusalOf(() => reading('encrypted.pdf'))).toBe('UNREADABLE');
});
