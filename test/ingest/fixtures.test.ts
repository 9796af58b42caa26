import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { SECTIONS, type Form, type Section } from '../../src/catalog/forms.js';
import type { Place } from '../../src/catalog/places.js';
import { Refusal } from '../../src/ingest/Refusal.js';
import { readTables, type Tables } from './readTables.js';
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
const bytesOf = (slug: string): Uint8Array => Uint8Array.from(readFileSync(resolve(FOLDER, slug, sourceOf(slug))));
const read = (slug: string, bytes = bytesOf(slug)): Tables =>
  readTables(bytes, TYPES[sourceOf(slug).split('.')[1] ?? ''] ?? '');

/** Reads what is left of a fixture: null where it is refused; anything else thrown fails the test. */
function readDamaged(slug: string, bytes: Uint8Array): Tables | null {
  try {
    return read(slug, bytes);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

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

describe.each(slugs)('%s, damaged', (slug) => {
  const whole = bytesOf(slug);

  test('cut anywhere: no figure but that at the cut is another one', () => {
    const expected = expectedOf(slug);
    const printed = expected.refused === undefined ? expected.figures : null;
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        const cut = readDamaged(slug, whole.subarray(0, length));
        const figures = SECTIONS.flatMap((section) => cut?.tables[section].figures ?? []);
        const others = figures.filter(({ place, value }) => value !== null && value !== printed?.[place]);
        expect(others.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  test('with flipped bits: read or refused', () => {
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(7)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(flips, (bits) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, bit] of bits) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        readDamaged(slug, bytes);
      }),
      { numRuns: 25 },
    );
  });
});
