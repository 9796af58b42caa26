import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestApi, type TestApi } from '../harness/api.js';

const NAMES = [
  '南阳市财政局',
  '南阳市教育局',
  '卧龙区财政局',
  '政财办公室',
  'IT中心',
  '百分之50%局',
  '下_划线局',
  '反\\斜线局',
];

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  for (const name of NAMES)
    await api.database.dataSource.query(
      `insert into agency (name, normalized_name, aliases, kind, division_code, first_year)
       values ($1::text, $1::text, $2::text[], 'DEPARTMENT', '411300', 2020)`,
      [name, name === '南阳市教育局' ? ['市教体局', '宛教育'] : []],
    );
});
afterAll(() => api.close());

describe('agencies are found by a part of their name, in any case', () => {
  test.each([
    ['财政', ['南阳市财政局', '卧龙区财政局']],
    ['政', ['南阳市财政局', '卧龙区财政局', '政财办公室']],
    ['南阳市财', ['南阳市财政局']],
    ['  南阳市  ', ['南阳市财政局', '南阳市教育局']],
    ['it', ['IT中心']],
    ['教体', ['南阳市教育局']],
    // Neither is a part of one name where it is divided between two.
    ['局宛', []],
    // All its characters and pairs are there, but not it.
    ['财政财', []],
    ['%', ['百分之50%局']],
    ['_', ['下_划线局']],
    ['\\', ['反\\斜线局']],
    ['龘', []],
  ])('%s', async (search, names) => {
    const { agencies, reports } = await api.ask<{
      agencies: { totalCount: number; nodes: { name: string }[] };
      reports: { totalCount: number };
    }>(
      `query ($search: String!) {
        agencies(filter: { search: $search }) { totalCount nodes { name } }
        reports(filter: { agencyName: $search }) { totalCount } }`,
      { search },
    );
    expect(agencies.nodes.map(({ name }) => name)).toEqual(names);
    expect(agencies.totalCount).toBe(names.length);
    expect(reports.totalCount).toBe(0);
  });
});
