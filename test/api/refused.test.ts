import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestApi, type TestApi } from '../harness/api.js';

let api: TestApi;
beforeAll(async () => void (api = await createTestApi()));
afterAll(() => api.close());

describe('questions that are refused', () => {
  test.each([
    [
      'reviewTotals { total }',
      'BAD_USER_INPUT: without TRACK in groupBy, filter.tracks must name exactly one, found 0',
    ],
    [
      'disclosureTotals(groupBy: [ITEM]) { value }',
      'BAD_USER_INPUT: without MEASURE in groupBy, filter.measures must name exactly one, found 0',
    ],
    [
      'disclosureTotals(filter: { items: [FEES, LICENSES], measures: [DECISIONS] }) { value }',
      'BAD_USER_INPUT: without ITEM in groupBy, filter.items must name exactly one, found 2',
    ],
    [
      'disclosureTotals(filter: { items: [REGULATIONS], measures: [FEE_AMOUNT] }) { value }',
      'BAD_USER_INPUT: no form prints FEE_AMOUNT of REGULATIONS',
    ],
    [
      'disclosureTotals(filter: { items: [REGULATIONS], measures: [IN_FORCE] }) { value }',
      'NOT_ADDITIVE_OVER_YEARS: REGULATIONS/IN_FORCE is not added over years',
    ],
    [
      'indicators(codes: [DENIAL_RATE, CARRY_OVER_RATE], groupBy: [CITY]) { value }',
      'NOT_ADDITIVE_OVER_YEARS: CARRY_OVER_RATE is not added over years',
    ],
    ['indicators(codes: []) { value }', 'BAD_USER_INPUT: codes is an empty list: leave it out for all'],
    [
      'reviewTotals(filter: { tracks: [] }, groupBy: [TRACK]) { total }',
      'BAD_USER_INPUT: filter.tracks is an empty list: leave it out for all',
    ],
    [
      'indicators(codes: [DENIAL_RATE], filter: { years: { from: 2021, to: 2019 } }) { value }',
      'BAD_USER_INPUT: filter.years: from (2021) is after to (2019)',
    ],
    [
      'indicators(codes: [DENIAL_RATE], groupBy: [PROVINCE, COUNTY]) { value }',
      'BAD_USER_INPUT: groupBy takes at most one of PROVINCE, CITY and COUNTY, found PROVINCE, COUNTY',
    ],
    ['reviewTotals(groupBy: [TRACK], first: 201) { total }', 'BAD_USER_INPUT: first must be from 1 to 200, found 201'],
    ['reviewTotals(groupBy: [TRACK], after: "WzEsMl0") { total }', 'BAD_USER_INPUT: after is a cursor of another list'],
    ['reviewTotals(groupBy: [TRACK], after: "?") { total }', 'BAD_USER_INPUT: after is no cursor of this API: "?"'],
    [
      'ranking(indicator: DENIAL_RATE, year: 2021, minimumDenominator: -1) { rank }',
      'BAD_USER_INPUT: minimumDenominator must be 0 or more, found -1',
    ],
    [
      'ranking(indicator: DENIAL_RATE, year: 2021, within: "999999") { rank }',
      'BAD_USER_INPUT: within: no division has the code 999999',
    ],
    [
      'ranking(indicator: DENIAL_RATE, year: 2021, agencyKinds: []) { rank }',
      'BAD_USER_INPUT: agencyKinds is an empty list: leave it out for all',
    ],
    [
      'division(code: 411300) { name }',
      'GRAPHQL_VALIDATION_FAILED: DivisionCode must be six digits such as "411300", found 411300',
    ],
    [
      'ranking(indicator: DENIAL_RATE, year: 2021, after: "W10") { rank }',
      'BAD_USER_INPUT: after is a cursor of another list',
    ],
  ])('%s', async (field, error) => {
    expect(await api.errors(`{ ${field} }`)).toEqual([error]);
  });
});
