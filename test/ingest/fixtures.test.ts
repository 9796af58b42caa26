import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SECTIONS, type Form, type Section } from '../../src/catalog/forms.js';
import type { Place } from '../../src/catalog/places.js';
import { readTables } from './readTables.js';
import { score } from './score.js';

const FOLDER = resolve(process.cwd(), 'test', 'fixtures', 'reports');
const TYPES: Record<string, string> = { html: 'text/html', md: 'text/markdown', txt: 'text/plain' };

/** What a fixture should be read as: its figures, with the sections that its layout has lost, or the reason of refusal. */
type Expected =
  | { readonly refused: string }
  | {
      readonly refused?: undefined;
      readonly forms: Record<Section, Form>;
      readonly lost: readonly Section[];
      readonly figures: Record<Place, string | null>;
    };

const slugs = readdirSync(FOLDER).sort();
const sourceOf = (slug: string): string =>
  readdirSync(resolve(FOLDER, slug)).find((name) => name.startsWith('source.')) ?? '';
const expectedOf = (slug: string): Expected =>
  JSON.parse(readFileSync(resolve(FOLDER, slug, 'expected.json'), 'utf8')) as Expected;
const read = (slug: string) => {
  const source = sourceOf(slug);
  return readTables(readFileSync(resolve(FOLDER, slug, source)), TYPES[source.split('.')[1] ?? ''] ?? '');
};

describe('fixtures', () => {
  test.each(slugs)('%s', (slug) => {
    const expected = expectedOf(slug);
    if (expected.refused !== undefined) {
      expect(() => read(slug)).toThrow(expect.objectContaining({ reason: expected.refused }));
      return;
    }
    const { tables, findings } = read(slug);
    const figures = new Map(Object.entries(expected.figures)) as Map<Place, string | null>;
    expect(score(tables, findings, { forms: expected.forms, figures }).wrong).toEqual([]);
    expect(SECTIONS.filter((section) => !tables[section].whole)).toEqual(expected.lost);
    expect(SECTIONS.map((section) => tables[section].form)).toEqual(SECTIONS.map((section) => expected.forms[section]));
  });

  test('every layout that loses something is among them', () => {
    const refused = slugs.filter((slug) => expectedOf(slug).refused !== undefined);
    expect(refused).toEqual(['deduplicated', 'pictures', 'run-together']);
  });
});
