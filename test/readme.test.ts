import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ingestPaths } from '../src/ingest/ingest.js';
import { createTestApi, type TestApi } from './harness/api.js';

/** A question of the README and the answer printed beneath it. */
const PAIR = /```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await ingestPaths(['data/samples'], {
    dataSource: api.database.dataSource,
    sample: true,
    onOutcome: () => undefined,
  });
});
afterAll(() => api.close());

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const pairs = [...readme.matchAll(PAIR)].map(([, question = '', answer = '']) => [question, answer] as const);

  test('asks three questions', () => expect(pairs).toHaveLength(3));

  test.each(pairs)('gives the true answer to %s', async (question, answer) => {
    const data = await api.ask<object>(question);
    if (process.env['UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined) {
      const block = (text: string): string => `${question}\`\`\`\n\n\`\`\`json\n${text}\`\`\``;
      const now = readFileSync('README.md', 'utf8');
      writeFileSync(
        'README.md',
        now.replace(block(answer), () => block(`${JSON.stringify(data, null, 2)}\n`)),
      );
      return;
    }
    expect(data).toEqual(JSON.parse(answer));
  });
});
