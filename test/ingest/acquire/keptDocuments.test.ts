import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { assign } from '../../../src/ingest/decisions/assign.js';
import { parseTarget } from '../../../src/ingest/decisions/parseTarget.js';
import { keptDocuments } from '../../../src/ingest/acquire/keptDocuments.js';
import { ingestPaths, type Outcome, rereadKept } from '../../../src/ingest/ingest.js';
import { createTestDatabase, type TestDatabase } from '../../harness/createTestDatabase.js';

const SAMPLE = 'data/samples/nanyang-general-office-2020.txt';
const OTHER = 'data/samples/hongze-government-2023.txt';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await ingestPaths([SAMPLE, OTHER], { dataSource: database.dataSource, onOutcome: () => undefined });
  await database.dataSource.query('update source_document set reader_version = 0');
});
afterEach(() => database.drop());

const reread = async (): Promise<string[]> => {
  const outcomes: Outcome[] = [];
  await rereadKept({ dataSource: database.dataSource, onOutcome: (outcome) => outcomes.push(outcome) });
  return outcomes.map(({ status, reason }) => `${status} ${reason?.message ?? ''}`.trim());
};

describe('stored bytes that are damaged are refused, and stop no other document', () => {
  test.each([
    [
      'no compressed bytes',
      `'\\x0001'::bytea`,
      /^rejected the stored bytes of [0-9a-f]{64} are damaged: unexpected end/,
    ],
    [
      'those of another document',
      "(select content from source_document where file_name like 'hongze%')",
      /^rejected the stored bytes of [0-9a-f]{64} are damaged: they are [0-9a-f]{64}$/,
    ],
  ])('%s', async (_, content, said) => {
    await database.dataSource.query(`update source_document set content = ${content} where file_name like 'nanyang%'`);
    expect(await reread()).toEqual(['unchanged', expect.stringMatching(said)]);
  });
});

test('a document that somebody assigns meanwhile is read all the same', async () => {
  const documents = keptDocuments(database.dataSource);
  const { value: first } = await documents.next();
  const [{ sha256 }] = await database.dataSource.query<[{ sha256: string }]>(
    `select sha256 from source_document where file_name like 'hongze%'`,
  );
  const decision = { division: null, agencyName: '淮安市洪泽区某局', scope: null };
  await assign(database.dataSource, parseTarget(sha256), decision, { by: '某甲', at: new Date(), note: null });
  expect(await first?.acquire()).toMatchObject({ sha256, bytes: expect.any(Uint8Array) });
  await documents.return(undefined);
});
