import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

/** All of one array at a time, each once and in order. */
async function grams(texts: readonly (string | null)[]): Promise<readonly string[] | null> {
  const [row] = await database.dataSource.query<{ grams: string[] | null }[]>(
    'select text_grams($1::text[]) as grams',
    [texts],
  );
  return row?.grams == null ? null : [...new Set(row.grams)].sort();
}

const expected = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) => {
      const letters = [...text.toLowerCase()];
      return letters.flatMap((letter, place) => [
        letter,
        ...letters.slice(place + 1, place + 2).map((next) => letter + next),
      ]);
    }),
  ),
];

describe('the grams of an agency’s names', () => {
  test.each<[(string | null)[], string[]]>([
    [[], []],
    [[''], []],
    [['局'], ['局']],
    [['财政局'], ['财', '政', '局', '财政', '政局']],
    [
      ['AB', 'b'],
      ['a', 'b', 'ab'],
    ],
    [['𠀀局'], ['𠀀', '局', '𠀀局']],
    [
      ['甲', null, '乙'],
      ['甲', '乙'],
    ],
  ])('of %j are %j', async (texts, found) => expect(await grams(texts)).toEqual(found.sort()));

  test('are all characters and pairs of each name, and none across two', async () => {
    const name = fc.string({ unit: fc.constantFrom('A', 'z', '市', '局', '𠀀', ' ', ',', '"', '\\', '(') });
    await fc.assert(
      fc.asyncProperty(fc.array(name, { maxLength: 5 }), async (texts) =>
        expect(await grams(texts)).toEqual(expected(texts).sort()),
      ),
    );
  });
});
