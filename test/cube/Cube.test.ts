import { expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Cube } from '../../src/cube/Cube.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { store } from '../harness/store.js';
import { totalsLoaders } from '../../src/loaders/totalsLoaders.js';
import type { Selection } from '../../src/queries/totals/selection.js';
import { readTotals } from '../../src/rollup/readTotals.js';
import { buildReport } from '../harness/buildReport.js';
import { withDatabase } from '../harness/withDatabase.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

const WHOLE: Selection = {
  ...{ roots: { of: 'ALL' }, from: null, to: null, within: null, kinds: null, scope: 'OWN', groupBy: [] },
  ...{ oneGroup: true, everyAgency: false, dueYear: 2021 },
};

test('questions about agencies go to the database', async () => {
  const cube = new Cube(readDivisions());
  const page = { order: 'NATURAL', first: null, after: null } as const;
  const ask = (selection: Partial<Selection>) =>
    cube.groups('reviews', { selection: { ...WHOLE, ...selection }, codes: ['RECONSIDERATION'], page });
  expect(ask({})).toHaveLength(1);
  expect(ask({ groupBy: ['AGENCY'] })).toBeNull();
  expect(ask({ roots: { of: 'AGENCY', ids: [1] } })).toBeNull();
  const asked = {
    selection: { ...WHOLE, groupBy: ['AGENCY'] as const, oneGroup: false },
    codes: ['RECONSIDERATION'] as const,
    page,
  };
  await expect(totalsLoaders(db, cube).groups('reviews', { of: 'ALL', key: null }, asked)).resolves.toBeInstanceOf(
    Array,
  );
});

test.each([0, 64])('of no kind of agency there is nothing, with %d columns a second', async (allowed) => {
  await store(db, buildReport({ year: 2020 }), { sample: false });
  const cube = new Cube(readDivisions(), allowed);
  cube.apply(await readTotals(db, null));
  const page = { order: 'NATURAL', first: null, after: null } as const;
  const reported = (kinds: Selection['kinds']) =>
    cube.groups('reviews', { selection: { ...WHOLE, kinds }, codes: ['RECONSIDERATION'], page })?.[0]?.coverage(0)
      .reported;
  expect([reported([]), reported(null)]).toEqual([0, 1]);
});

test('what was worked out before the totals moved on is not read together with what came after', async () => {
  const cube = new Cube(readDivisions());
  cube.apply(await readTotals(db, null));
  const page = { order: 'NATURAL', first: null, after: null } as const;
  const [row] = cube.groups('reviews', { selection: WHOLE, codes: ['RECONSIDERATION'], page }) ?? [];
  expect(row?.coverage(0).otherScope).toBeGreaterThanOrEqual(0);
  await store(db, buildReport({ year: 2035 }), { sample: false });
  cube.apply(await readTotals(db, null));
  expect(() => row?.coverage(0).otherScope).toThrow('the totals have moved on');
});
