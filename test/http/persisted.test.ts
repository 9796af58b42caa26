import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestApi, type TestApi } from '../harness/api.js';
import { get, post, type Wire } from './ask.js';

let api: TestApi;
beforeAll(async () => void (api = await createTestApi()));
afterAll(() => api.close());

const QUERY = 'query ($code: DivisionCode!) { division(code: $code) { name } }';
const variables = { code: '411300' };
const sha256Hash = createHash('sha256').update(QUERY).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash } };

const codeOf = ({ text }: Wire): unknown =>
  (JSON.parse(text) as { errors?: { extensions: object }[] }).errors?.[0]?.extensions;
const NAME = '{"data":{"division":{"name":"南阳市"}}}\n';

describe('a persisted query', () => {
  test('is asked for, registered and from then on known by its hash', async () => {
    expect(codeOf(await post(api.url, { variables, extensions }))).toEqual({ code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect((await post(api.url, { query: QUERY, variables, extensions })).text).toBe(NAME);
    for (const _ of [1, 2, 3]) expect((await post(api.url, { variables, extensions })).text).toBe(NAME);
  });

  test('is also known to a GET, whose answer has a tag', async () => {
    const parameters = { variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) };
    const { text, headers } = await get(api.url, parameters);
    expect(text).toBe(NAME);
    expect((await get(api.url, parameters, { 'if-none-match': headers.etag ?? '' })).status).toBe(304);
  });

  test('is not registered under the hash of another', async () => {
    const wrong = { persistedQuery: { version: 1, sha256Hash: 'b'.repeat(64) } };
    expect(codeOf(await post(api.url, { query: QUERY, variables, extensions: wrong }))).toEqual({
      code: 'BAD_REQUEST',
    });
    expect(codeOf(await post(api.url, { variables, extensions: wrong }))).toEqual({
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
  });
});
