import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { documentOf } from './documentOf.js';
import { identified, reasonOf } from './identify/identified.js';

test('any text gives an identity or a refusal', () => {
  const parts = fc.constantFrom(
    '南阳市',
    '财政局',
    '2020年',
    '政府信息公开',
    '工作',
    '年度',
    '报告',
    '\n',
    '》',
    '《',
    '，',
    '发布日期',
    ':',
    '2021-01-04',
    '公布',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 200 }), (words) => {
      const lines = words.join('').split('\n');
      expect(['none', 'YEAR_UNKNOWN', 'AGENCY_UNKNOWN']).toContain(reasonOf(() => identified(documentOf(lines))));
    }),
    { numRuns: 300 },
  );
});

const seeds = path.resolve('../shared/seeds');
const seed = (prefix: string) => {
  const name = readdirSync(seeds).find((file) => file.startsWith(prefix)) ?? '';
  return documentOf(readFileSync(path.join(seeds, name), 'utf8').split('\n'));
};
(existsSync(seeds) ? test : test.skip).each([
  ['000', '南阳市政府办公室', '411300', 'GENERAL_OFFICE', '南阳市政府办公室2020年政府信息公开工作年度报告'],
  ['003', '南阳市城乡一体化示范区管理委员会', '411372', 'ZONE_COMMITTEE', null],
])('seed %s', (prefix, agencyName, division, kind, title) =>
  expect(identified(seed(prefix))).toMatchObject({
    agencyName,
    division,
    kind,
    title,
    year: 2020,
    scope: 'OWN',
    scopeBasis: 'DEFAULT',
    publishedOn: null,
    findings: [],
  }),
);
