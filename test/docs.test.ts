import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { FINDING_CODES, FINDINGS } from '../src/catalog/findings.js';
import { REASONS } from '../src/ingest/types.js';

/** One code of the catalog; labels are null in a list of mere codes. */
interface Entry {
  readonly code: string;
  readonly zh: string | null;
  readonly en: string | null;
}

const CATALOG = new URL('../src/catalog/', import.meta.url);
const CODE = /^[A-Z][A-Z0-9_]*$/;

const textOf = (value: unknown, key: string): string | null => {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof text === 'string' ? text : null;
};

/** What an exported constant lists: a record of labels by code, or an array of codes. */
const entriesOf = (exported: unknown): Entry[] => {
  if (typeof exported !== 'object' || exported === null) return [];
  const pairs: [unknown, unknown][] = Array.isArray(exported)
    ? exported.map((code: unknown) => [code, null])
    : Object.entries(exported);
  return pairs.flatMap(([code, label]) =>
    typeof code === 'string' && CODE.test(code) ? [{ code, zh: textOf(label, 'zh'), en: textOf(label, 'en') }] : [],
  );
};

/** Every code that any file of src/catalog exports, so that a new list is covered without being named here. */
const catalog = async (): Promise<Map<string, Entry[]>> => {
  const lists = new Map<string, Entry[]>();
  for (const file of readdirSync(CATALOG).filter((name) => name.endsWith('.js') && name !== 'findings.js')) {
    const module: unknown = await import(new URL(file, CATALOG).href);
    if (typeof module !== 'object' || module === null) continue;
    for (const [name, exported] of Object.entries(module)) {
      const entries = entriesOf(exported);
      if (entries.length > 0) lists.set(`${file} ${name}`, entries);
    }
  }
  return lists;
};

const lists = [...(await catalog())].map(([name, entries]) => ({ name, entries }));

describe('docs/glossary.md', () => {
  const glossary = readFileSync('docs/glossary.md', 'utf8');
  const rows = glossary.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));

  test('the catalog has its lists', () => {
    const names = lists.map(({ name }) => name.split(' ')[1]);
    expect(names).toEqual(
      expect.arrayContaining([
        'DISPOSITIONS',
        'APPLICANTS',
        'DISCLOSURE_ITEMS',
        'REVIEW_TRACKS',
        'AGENCY_KINDS',
        'FORMS',
      ]),
    );
  });

  test.each(lists)('every code and label of $name', ({ entries }) => {
    const missing = entries.filter(({ code, zh, en }) =>
      zh === null
        ? !glossary.includes(`\`${code}\``)
        : !cells.some((row) => row.includes(`\`${code}\``) && row.includes(zh) && (en === null || row.includes(en))),
    );
    expect(missing).toEqual([]);
  });

  test('every row has all its cells', () => {
    const ragged = cells.filter((row) => row.length < 6 || row[1] === '' || row[2] === '' || row[3] === '');
    expect(ragged).toEqual([]);
  });
});

describe('docs/findings.md', () => {
  const sections = new Map(
    readFileSync('docs/findings.md', 'utf8')
      .split(/^### /mu)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0] ?? '', section.split(/^## /mu, 1)[0] ?? '']),
  );

  test('one heading for each finding and each reason, no other', () => {
    expect([...sections.keys()].sort()).toEqual([...FINDING_CODES, ...REASONS].sort());
  });

  test.each(FINDING_CODES)('%s: severity, both sentences, place, operands, example', (code) => {
    const { severity, zh, en } = FINDINGS[code];
    const section = sections.get(code) ?? '';
    for (const part of [
      `**${severity}**`,
      `“${zh}”`,
      `“${en}”`,
      '- Place: ',
      '`expected`: ',
      '`actual`: ',
      '- Example: ',
    ])
      expect(section).toContain(part);
  });

  test.each(REASONS)('%s: meaning in both languages, example', (reason) => {
    expect(sections.get(reason)).toMatch(/^[A-Z_]+\n\n[A-Z].+\n\n[^\n]*\p{Script=Han}.+\n\n- Example: .+/u);
  });
});

describe('docs/errors.md', () => {
  const rows = readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([A-Z_]+)`/gmu);
  const documented = [...rows].map(([, code]) => code);
  /** Where codes of answers stand: types leave nothing behind to be asked. */
  const sources = [
    'src/arguments/queryErrors.ts',
    'src/limits/QueryLimitError.ts',
    ...readdirSync('src/http').flatMap((name) => (name.endsWith('.ts') ? [`src/http/${name}`] : [])),
  ];

  const codes = sources.flatMap((source) =>
    [...readFileSync(source, 'utf8').matchAll(/(?:\bcode(?: =|:)|\|) '([A-Z_]+)'/gu)].map(([, code]) => code),
  );

  test('every code that an answer of ours carries', () => {
    expect(codes).toEqual(expect.arrayContaining(['TOO_MANY_GROUPS', 'QUERY_TIMEOUT', 'OVERLOADED', 'NOT_FOUND']));
    expect([...new Set(codes)].filter((code) => !documented.includes(code))).toEqual([]);
  });
});
