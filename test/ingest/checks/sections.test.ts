import { describe, expect, test } from '@jest/globals';
import { sectionEmpty } from '../../../src/ingest/checks/sectionEmpty.js';
import { sectionMissing } from '../../../src/ingest/checks/sectionMissing.js';
import { flagged, HEADINGS, reportOf } from './reportOf.js';

describe('SECTION_MISSING', () => {
  const report = reportOf({});
  const { APPLICATIONS, DISCLOSURES } = report.tables;
  const bare = { ...report, tables: { ...report.tables, APPLICATIONS: { ...APPLICATIONS, form: null } } };
  const without = (number: number) => report.narrative.filter(({ heading }) => heading !== HEADINGS[number - 1]);

  test('none', () => expect(flagged(sectionMissing, bare)).toEqual([]));
  test.each([1, 2, 3, 4, 5, 6])('section %i', (number) =>
    expect(flagged(sectionMissing, { ...bare, narrative: without(number) })).toEqual([`SECTION_MISSING | ${number}`]),
  );
  test('all', () => expect(flagged(sectionMissing, { ...bare, narrative: [] })).toHaveLength(6));
  test('a table without its heading is a section', () => {
    const tables = { ...bare.tables, DISCLOSURES: { ...DISCLOSURES, form: 'FORM_2019' as const } };
    expect(flagged(sectionMissing, { ...bare, tables, narrative: without(2) })).toEqual([]);
  });
});

describe('SECTION_EMPTY', () => {
  test.each([
    ['', ['SECTION_EMPTY | 5 | ']],
    ['无', ['SECTION_EMPTY | 5 | 无']],
    ['⽆。', ['SECTION_EMPTY | 5 | 无。']],
    ['暂无', ['SECTION_EMPTY | 5 | 暂无']],
    [' - 3 - ', ['SECTION_EMPTY | 5 | -3-']],
    ['暂时没有。', ['SECTION_EMPTY | 5 | 暂时没有。']],
    ['（一）主要问题：无。\n（二）改进措施：无。', ['SECTION_EMPTY | 5 | (一)主要问题:无。(二)改进措施:无。']],
    ['（一）主要问题：人手不足。（二）改进措施：增加人手。', []],
    ['无专职人员是主要问题。', []],
    ['问题：人手不足。', []],
  ])('%j: %j', (text, expected) => expect(flagged(sectionEmpty, reportOf({}, { 5: text }))).toEqual(expected));
});
