import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { store } from '../../harness/store.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';
import { findingsBetween } from '../../harness/findingsBetween.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

type Figures = NonNullable<ReportSketch['figures']>;

const put = async (...sketches: ReportSketch[]): Promise<void> => {
  for (const sketch of sketches)
    await store(db, buildReport({ agency: '甲局', applicationForm: 'FORM_2021', ...sketch }), { sample: false });
};
/** What is found between two years, without agency and year. */
const between = async (first: ReportSketch, second: ReportSketch): Promise<string[]> => {
  await put({ year: 2022, ...first }, { year: 2023, ...second });
  return (await findingsBetween(db)).map((said) => said.split(' ').slice(2).join(' '));
};

describe('CARRY_OVER_CHAIN', () => {
  const OUT = 'APPLICATIONS/CARRIED_OUT';
  const IN = 'APPLICATIONS/CARRIED_IN';
  test.each<[string, Figures, Figures, string[]]>([
    ['equal', { [`${OUT}/TOTAL`]: 5 }, { [`${IN}/TOTAL`]: 5 }, []],
    ['nothing on either side', {}, {}, []],
    [
      'unlike',
      { [`${OUT}/TOTAL`]: 121 },
      { [`${IN}/TOTAL`]: 96 },
      ['CARRY_OVER_CHAIN APPLICATIONS/CARRIED_IN/TOTAL 121→96'],
    ],
    [
      'an unstored row is zeros',
      { [`${OUT}/BUSINESS`]: 3 },
      {},
      ['CARRY_OVER_CHAIN APPLICATIONS/CARRIED_IN/BUSINESS 3→0'],
    ],
    [
      'by column',
      { [`${OUT}/BUSINESS`]: 1 },
      { [`${IN}/RESEARCH`]: 1 },
      [
        'CARRY_OVER_CHAIN APPLICATIONS/CARRIED_IN/BUSINESS 1→0',
        'CARRY_OVER_CHAIN APPLICATIONS/CARRIED_IN/RESEARCH 0→1',
      ],
    ],
    ['blank last year', { [`${OUT}/TOTAL`]: 'BLANK' }, { [`${IN}/TOTAL`]: 5 }, []],
    ['blank this year', { [`${OUT}/TOTAL`]: 5 }, { [`${IN}/TOTAL`]: 'BLANK' }, []],
    ['unreadable', { [`${OUT}/TOTAL`]: 5 }, { [`${IN}/TOTAL`]: 'UNREADABLE' }, []],
    ['not located', { [`${OUT}/TOTAL`]: 5 }, { [`${IN}/TOTAL`]: 'ABSENT' }, []],
  ])('%s', async (_, last, current, found) => {
    expect(await between({ figures: last }, { figures: current })).toEqual(found);
  });

  test('an absent table is no zeros', async () => {
    const found = await between(
      { figures: { [`${OUT}/TOTAL`]: 5 } },
      { applicationForm: null, disclosureForm: 'FORM_2021' },
    );
    expect(found).toEqual([]);
  });
  test('not over a year left out, another scope or another agency', async () => {
    const last = { figures: { [`${OUT}/TOTAL`]: 5 } };
    await put(
      { year: 2021, ...last },
      { year: 2023 },
      { year: 2022, scope: 'CONSOLIDATED' },
      { year: 2022, agency: '乙局' },
    );
    expect(await findingsBetween(db)).toEqual([]);
  });
});

describe('STOCK_CHAIN', () => {
  const cell = (measure: string, item = 'NORMATIVE_DOCUMENTS'): string => `DISCLOSURES/${item}/${measure}`;
  const now = { [cell('ISSUED')]: 50, [cell('REPEALED')]: 227, [cell('IN_FORCE')]: 425 };
  const found = 'STOCK_CHAIN DISCLOSURES/NORMATIVE_DOCUMENTS/IN_FORCE 420→425';
  test.each<[string, ReportSketch, ReportSketch, string[]]>([
    ['unlike', { figures: { [cell('IN_FORCE')]: 597 } }, { figures: now }, [found]],
    ['equal', { figures: { [cell('IN_FORCE')]: 602 } }, { figures: now }, []],
    ['blank', { figures: { [cell('IN_FORCE')]: 597 } }, { figures: { ...now, [cell('ISSUED')]: 'BLANK' } }, []],
    [
      '2019 form before',
      { disclosureForm: 'FORM_2019', figures: { [cell('PUBLIC_TOTAL')]: 597 } },
      { figures: now },
      [],
    ],
    [
      'regulations of zeros',
      { figures: { [cell('IN_FORCE', 'REGULATIONS')]: 2 } },
      {},
      ['STOCK_CHAIN DISCLOSURES/REGULATIONS/IN_FORCE 2→0'],
    ],
  ])('%s', async (_, last, current, expected) => {
    expect(await between(last, current)).toEqual(expected);
  });
});

describe('ITEM_CHAIN', () => {
  const cell = (measure: string, item = 'LICENSES'): string => `DISCLOSURES/${item}/${measure}`;
  const before: ReportSketch = {
    year: 2019,
    applicationForm: 'FORM_2019',
    figures: { [cell('PREVIOUS_ITEMS')]: 22, [cell('CHANGE')]: -1 },
  };
  const after = (year: number, items: number): ReportSketch => ({
    year,
    applicationForm: 'FORM_2019',
    figures: { [cell('PREVIOUS_ITEMS')]: items },
  });
  test.each<[string, ReportSketch, ReportSketch, string[]]>([
    ['equal', before, after(2020, 21), []],
    ['unlike', before, after(2020, 22), ['ITEM_CHAIN DISCLOSURES/LICENSES/PREVIOUS_ITEMS 21→22']],
    [
      'fees too',
      { ...before, figures: { [cell('PREVIOUS_ITEMS', 'FEES')]: 3 } },
      after(2020, 0),
      ['ITEM_CHAIN DISCLOSURES/FEES/PREVIOUS_ITEMS 3→0'],
    ],
    ['other years', { ...before, year: 2020 }, after(2021, 22), []],
  ])('%s', async (_, last, current, expected) => {
    expect(await between(last, current)).toEqual(expected);
  });
});

describe('JUMP', () => {
  const received = (count: number | 'BLANK'): ReportSketch => ({ figures: { 'APPLICATIONS/RECEIVED/TOTAL': count } });
  const place = 'JUMP APPLICATIONS/RECEIVED/TOTAL';
  test.each<[number | 'BLANK', number | 'BLANK', string[]]>([
    [20, 140, [`${place} 20→140`]],
    [20, 100, []],
    [20, 101, [`${place} 20→101`]],
    [5, 29, []],
    [5, 30, [`${place} 5→30`]],
    [0, 500, []],
    [100, 20, []],
    [100, 19, [`${place} 100→19`]],
    [29, 0, []],
    [30, 0, [`${place} 30→0`]],
    ['BLANK', 500, []],
    [500, 'BLANK', []],
    [2_000_000_000, 2, [`${place} 2000000000→2`]],
  ])('%s, then %s', async (last, current, expected) => {
    expect(await between(received(last), received(current))).toEqual(expected);
  });

  test.each<[string, ReportSketch, ReportSketch, string[]]>([
    [
      'licenses over both forms',
      decisions('LICENSES', 10, 'FORM_2019'),
      decisions('LICENSES', 60, 'FORM_2021'),
      ['JUMP DISCLOSURES/LICENSES/DECISIONS 10→60'],
    ],
    [
      'what the new form does not ask for',
      decisions('OTHER_SERVICES', 60, 'FORM_2019'),
      decisions('LICENSES', 0, 'FORM_2021'),
      [],
    ],
    [
      'what both ask for',
      decisions('OTHER_SERVICES', 60, 'FORM_2019'),
      decisions('OTHER_SERVICES', 2, 'FORM_2019'),
      ['JUMP DISCLOSURES/OTHER_SERVICES/DECISIONS 60→2'],
    ],
    [
      'handled',
      { figures: { 'APPLICATIONS/TOTAL_HANDLED/TOTAL': 1 } },
      { figures: { 'APPLICATIONS/TOTAL_HANDLED/TOTAL': 50 } },
      ['JUMP APPLICATIONS/TOTAL_HANDLED/TOTAL 1→50'],
    ],
    [
      'no other row',
      { figures: { 'APPLICATIONS/GRANTED/TOTAL': 1 } },
      { figures: { 'APPLICATIONS/GRANTED/TOTAL': 50 } },
      [],
    ],
  ])('%s', async (_, last, current, expected) => {
    expect(await between(last, current)).toEqual(expected);
  });
});

function decisions(item: string, count: number, disclosureForm: 'FORM_2019' | 'FORM_2021'): ReportSketch {
  return { disclosureForm, figures: { [`DISCLOSURES/${item}/DECISIONS`]: count } };
}

describe('findings between reports follow', () => {
  const carriedOut = (year: number, count: number, publishedOn: string | null = null): ReportSketch => ({
    year,
    publishedOn,
    figures: { 'APPLICATIONS/CARRIED_OUT/TOTAL': count },
  });
  const found = (year: number, count: number): string =>
    `甲局 ${year} CARRY_OVER_CHAIN APPLICATIONS/CARRIED_IN/TOTAL ${count}→0`;

  test('whichever of the two comes first', async () => {
    await put(carriedOut(2023, 0), carriedOut(2022, 7));
    expect(await findingsBetween(db)).toEqual([found(2023, 7)]);
  });
  test('a revision of the year before, and what is unchanged keeps its id', async () => {
    const ids = () => db.query<{ id: number }[]>(`select id from finding where expected = '4' order by id`);
    await put(carriedOut(2022, 7), carriedOut(2023, 4), carriedOut(2024, 0));
    expect(await findingsBetween(db)).toEqual([found(2023, 7), found(2024, 4)]);
    const before = await ids();
    await put(carriedOut(2022, 8, '2023-05-01'));
    expect(await findingsBetween(db)).toEqual([found(2023, 8), found(2024, 4)]);
    await put(carriedOut(2022, 0, '2023-06-01'));
    expect(await findingsBetween(db)).toEqual([found(2024, 4)]);
    expect(await ids()).toEqual(before);
    expect(before).toHaveLength(1);
  });
  test('only active revisions have them, and reading the document again does not drop them', async () => {
    await put(carriedOut(2022, 7), carriedOut(2023, 1), { ...carriedOut(2023, 2), publishedOn: '2024-05-01' });
    const rows = await db.query<unknown[]>(
      `select r.active from finding as f
       join annual_report as r on r.agency_id = f.agency_id and r.id = f.report_id where f.origin = 'BETWEEN'`,
    );
    expect(rows).toEqual([{ active: true }]);
    // The same figures, later published: its document describes the revision anew.
    await put({ ...carriedOut(2023, 2), publishedOn: '2024-06-01' });
    expect(await findingsBetween(db)).toEqual([found(2023, 7)]);
  });
});
