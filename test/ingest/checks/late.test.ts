import { expect, test } from '@jest/globals';
import type { AgencyKind } from '../../../src/catalog/agencyKinds.js';
import type { Scope } from '../../../src/catalog/forms.js';
import { late } from '../../../src/ingest/checks/late.js';
import { flagged, reportOf } from './reportOf.js';

const cases: readonly (readonly [AgencyKind, Scope, string | null, string | null, readonly string[]])[] = [
  ['DEPARTMENT', 'OWN', '321322', '2021-01-31', []],
  ['DEPARTMENT', 'OWN', '321322', '2021-02-01', ['LATE | 2021-01-31 | 2021-02-01']],
  ['DEPARTMENT', 'OWN', '321322', '2019-01-20', []],
  ['DEPARTMENT', 'OWN', '321322', null, []],
  ['GENERAL_OFFICE', 'OWN', '411300', '2021-02-01', ['LATE | 2021-01-31 | 2021-02-01']],
  ['GOVERNMENT', 'CONSOLIDATED', '411300', '2021-03-31', []],
  ['GOVERNMENT', 'CONSOLIDATED', '411300', '2021-04-01', ['LATE | 2021-03-31 | 2021-04-01']],
  ['GENERAL_OFFICE', 'CONSOLIDATED', '411300', '2021-03-31', []],
  // Organs that the Regulations do not name.
  ['TOWNSHIP', 'OWN', '321322', '2021-06-01', []],
  ['SUBDISTRICT', 'OWN', '321322', '2021-06-01', []],
  ['ZONE_COMMITTEE', 'OWN', '411372', '2021-06-01', []],
  ['VERTICAL', 'OWN', '411300', '2021-06-01', []],
  ['OTHER', 'OWN', '411300', '2021-06-01', []],
  ['DEPARTMENT', 'OWN', '411372', '2021-06-01', []],
  // Whether of county level is not known.
  ['DEPARTMENT', 'OWN', null, '2021-06-01', []],
];

test.each(cases)('%s, %s, %s, published %s: %j', (kind, scope, division, publishedOn, expected) =>
  expect(flagged(late, reportOf({}, {}, { kind, scope, division, publishedOn }))).toEqual(expected),
);
