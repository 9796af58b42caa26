import { describe, expect, test } from '@jest/globals';
import { LAYOUTS } from './layouts.js';
import { HUAIAN } from './readDamaged.js';
import { readTables } from './readTables.js';

/** Word parts the letters of what is looked for. */
const WHOLE = LAYOUTS.filter(({ name }) => name !== 'HTML exported from Word');

describe.each(WHOLE)('$name', ({ render, type }) => {
  test.each([
    ['第二十条第（八）项', '第二十条第（八）项（单位：元）'],
    ['第二十条第（八）项', '第二十条第（八）项 单位:千元'],
    ['第二十条第（八）项', '第二十条第（八）项（单位：人民币元）'],
    ['（单位：万元）', '（单位：元）'],
    ['行政事业性收费', '行政事业性收费（元）'],
    ['行政事业性收费', '行政事业性收费（人民币元）'],
  ])('an amount is doubtful where its article, header or label names another unit: %s, now %s', (printed, now) => {
    const { findings } = readTables(render(HUAIAN).replaceAll(printed, now), type);
    expect(findings.map(({ code, place, raw }) => [code, place, raw])).toEqual([
      ['UNIT_DOUBTFUL', 'DISCLOSURES/FEES/FEE_AMOUNT', '96171.6'],
    ]);
  });
});
