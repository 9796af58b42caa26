import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestApi, type TestApi } from '../harness/api.js';

let api: TestApi;
beforeAll(async () => void (api = await createTestApi()));
afterAll(() => api.close());

describe('catalog', () => {
  const entry = async (list: string, code: string): Promise<unknown> => {
    const { catalog } = await api.ask<{ catalog: Record<string, { code: string }[]> }>(
      `{ catalog { ${list} {
        code label { zh en } unit forms parent formula caveat { en } additiveOverYears comparable severity } } }`,
    );
    return catalog[list]?.find((each) => each.code === code);
  };

  test.each<[string, string, object]>([
    [
      'dispositions',
      'UNAVAILABLE',
      {
        ...{ label: { zh: '无法提供', en: 'Unavailable' }, unit: 'APPLICATIONS', parent: null, comparable: true },
        ...{ formula: 'NOT_HELD + REQUIRES_CREATION + STILL_UNCLEAR', additiveOverYears: true, caveat: null },
        forms: ['FORM_2019', 'FORM_2021'],
      },
    ],
    [
      'dispositions',
      'OVERDUE_FEE',
      { forms: ['FORM_2021'], parent: 'OTHER_HANDLING', comparable: false, formula: null },
    ],
    ['dispositions', 'OTHER_HANDLING', { forms: ['FORM_2019', 'FORM_2021'], comparable: true }],
    ['dispositions', 'CARRIED_OUT', { additiveOverYears: false, caveat: { en: 'A stock: not added over years.' } }],
    ['disclosures', 'LICENSES/DECISIONS', { comparable: true, unit: 'ITEMS', additiveOverYears: true, caveat: null }],
    ['disclosures', 'OTHER_SERVICES/DECISIONS', { comparable: false, forms: ['FORM_2019'] }],
    ['disclosures', 'FEES/FEE_AMOUNT', { comparable: false, unit: 'CNY_10K', forms: ['FORM_2021'] }],
    ['disclosureMeasures', 'IN_FORCE', { additiveOverYears: false, comparable: false, forms: ['FORM_2021'] }],
    ['reviewTracks', 'RECONSIDERATION', { unit: 'CASES', comparable: true, additiveOverYears: true }],
    [
      'indicators',
      'LITIGATION_RATE',
      {
        ...{ unit: 'FRACTION', additiveOverYears: true },
        formula: '(LITIGATION_DIRECT/TOTAL + LITIGATION_AFTER_RECONSIDERATION/TOTAL) / TOTAL_HANDLED',
      },
    ],
    ['indicators', 'CARRY_OVER_RATE', { formula: 'CARRIED_OUT / (RECEIVED + CARRIED_IN)', additiveOverYears: false }],
    ['findings', 'LATE', { severity: 'WARNING', forms: null }],
    ['agencyKinds', 'VERTICAL', { unit: null, severity: null }],
    ['applicants', 'BUSINESS', { label: { zh: '商业企业', en: 'Businesses' } }],
    ['forms', 'MIXED', {}],
    ['units', 'CNY_10K', { label: { zh: '万元', en: 'Ten thousand yuan' } }],
    ['disclosureItems', 'PROCUREMENT', { forms: ['FORM_2019'] }],
    ['reviewColumns', 'PENDING', { unit: 'CASES' }],
  ])('%s: %s', async (list, code, expected) => {
    expect(await entry(list, code)).toMatchObject({ code, ...expected });
  });
});
