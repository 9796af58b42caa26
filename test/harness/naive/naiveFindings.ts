import { APPLICANT_COLUMNS } from '../../../src/catalog/applicants.js';
import { childrenOf } from '../../../src/catalog/dispositions.js';
import { placesOf } from '../../../src/catalog/places.js';
import type { Report } from '../../../src/ingest/types.js';

/** The divisions that parts are told by: what is beneath each. */
export type Beneath = Readonly<Record<string, readonly string[]>>;

/** A figure; null where it is blank or not on the form. */
function figureOf({ tables }: Report, place: string): number | null {
  const figures = Object.values(tables).flatMap((table) => table.figures);
  const value = figures.find((figure) => figure.place === place)?.value ?? null;
  return value === null ? null : Number(value);
}
/** 其他处理 in either form. */
function otherHandling(report: Report): number | null {
  if (report.tables.APPLICATIONS.form === 'FORM_2019') return figureOf(report, 'APPLICATIONS/OTHER_HANDLING/TOTAL');
  const rows = childrenOf('OTHER_HANDLING').map((row) => figureOf(report, `APPLICATIONS/${row}/TOTAL`));
  return rows.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

type Say = (report: Report, code: string, place: string, expected: number, actual: number) => void;

/** The checks of a report against that of the year before, word by word from domain.md, section 3. */
function compareYears(last: Report, current: Report, say: Say): void {
  const unequal = (
    code: string,
    place: string,
    expected: readonly (number | null)[],
    signs: readonly number[],
  ): void => {
    const actual = figureOf(current, place);
    if (actual === null || expected.includes(null)) return;
    const sum = expected.reduce<number>((total, value, at) => total + (value ?? 0) * (signs[at] ?? 1), 0);
    if (sum !== actual) say(current, code, place, sum, actual);
  };
  for (const column of APPLICANT_COLUMNS)
    unequal(
      'CARRY_OVER_CHAIN',
      `APPLICATIONS/CARRIED_IN/${column}`,
      [figureOf(last, `APPLICATIONS/CARRIED_OUT/${column}`)],
      [1],
    );
  for (const item of ['REGULATIONS', 'NORMATIVE_DOCUMENTS']) {
    const place = (measure: string): string => `DISCLOSURES/${item}/${measure}`;
    const operands = [
      figureOf(last, place('IN_FORCE')),
      figureOf(current, place('ISSUED')),
      figureOf(current, place('REPEALED')),
    ];
    unequal('STOCK_CHAIN', place('IN_FORCE'), operands, [1, 1, -1]);
  }
  if (current.identity.year === 2020)
    for (const item of ['LICENSES', 'OTHER_SERVICES', 'PENALTIES', 'COMPULSORY_MEASURES', 'FEES']) {
      const place = (measure: string): string => `DISCLOSURES/${item}/${measure}`;
      unequal(
        'ITEM_CHAIN',
        place('PREVIOUS_ITEMS'),
        [figureOf(last, place('PREVIOUS_ITEMS')), figureOf(last, place('CHANGE'))],
        [1, 1],
      );
    }
  const decisions = ['LICENSES', 'OTHER_SERVICES', 'PENALTIES', 'COMPULSORY_MEASURES'].map(
    (item) => `DISCLOSURES/${item}/DECISIONS`,
  );
  for (const place of ['APPLICATIONS/RECEIVED/TOTAL', 'APPLICATIONS/TOTAL_HANDLED/TOTAL', ...decisions]) {
    const [before, now] = [figureOf(last, place) ?? 0, figureOf(current, place)];
    if (before > 0 && now !== null && Math.max(before, now) >= 30 && (now > 5 * before || 5 * now < before))
      say(current, 'JUMP', place, before, now);
  }
}

const isWhole = ({ identity }: Report): boolean => identity.kind === 'GOVERNMENT' && identity.scope === 'CONSOLIDATED';
const isPart = ({ identity }: Report): boolean => identity.scope === 'OWN' && identity.kind !== 'VERTICAL';

/** The reports that a division's is the sum of; null where somebody is known who has none. */
function partsOf(
  division: string,
  of: readonly Report[],
  known: ReadonlyMap<string, Report['identity']>,
  beneath: Beneath,
): [readonly Report[], isAll: boolean] {
  const own = of.filter((report) => report.identity.division === division && isPart(report));
  const expected = [...known.values()].filter(
    (one) => one.division === division && one.kind !== 'VERTICAL' && one.kind !== 'GOVERNMENT',
  );
  const isAll =
    expected.length > 0 &&
    expected.every(({ agencyName }) => own.some(({ identity }) => identity.agencyName === agencyName));
  return (beneath[division] ?? []).reduce<[readonly Report[], boolean]>(
    ([parts, all], child) => {
      const whole = of.find((report) => report.identity.division === child && isWhole(report));
      const [more, isAllOfThem] = whole === undefined ? partsOf(child, of, known, beneath) : [[whole], true];
      return [[...parts, ...more], all && isAllOfThem];
    },
    [own, isAll],
  );
}

function compareParts(whole: Report, [parts, isAll]: ReturnType<typeof partsOf>, say: Say): void {
  const other = 'APPLICATIONS/OTHER_HANDLING/TOTAL';
  const isMixed = new Set([whole, ...parts].map(({ tables }) => tables.APPLICATIONS.form)).size > 1;
  const printed = Object.values(whole.tables).flatMap(({ section, form }) =>
    form === null ? [] : placesOf(section, form),
  );
  const places = new Set([...printed, ...(isMixed ? [other] : [])]);
  for (const place of places) {
    if (!place.startsWith('DISCLOSURES') && !place.endsWith('/TOTAL')) continue;
    const read = (report: Report): number | null => (place === other ? otherHandling(report) : figureOf(report, place));
    const [actual, values] = [read(whole), parts.map(read)];
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
    const isBelow = actual !== null && actual < sum && !place.endsWith('/CHANGE');
    const isUnlike = actual !== sum && isAll && !values.includes(null);
    if (actual !== null && parts.length > 0 && (isBelow || isUnlike)) say(whole, 'SCOPE_SUM', place, sum, actual);
  }
}

/**
 * The findings between these active reports as `findingsBetween` tells them, those of texts left out.
 * @param known every report there is, active or not: whose agency it is, it is known from its year on
 */
export function naiveFindings(active: readonly Report[], known: readonly Report[], beneath: Beneath): string[] {
  const found: string[] = [];
  const say: Say = ({ identity: { agencyName, year } }, code, place, expected, actual) =>
    void found.push(`${agencyName} ${year} ${code} ${place} ${expected}→${actual}`);
  for (const report of active) {
    const { agencyName, division, scope, year } = report.identity;
    const last = active.find(
      ({ identity: of }) =>
        of.agencyName === agencyName && of.division === division && of.scope === scope && of.year === year - 1,
    );
    if (last !== undefined) compareYears(last, report, say);
    if (!isWhole(report) || division === null) continue;
    const then = known.map(({ identity }) => identity).filter((of) => of.year <= year);
    const agencies = new Map(then.map((of) => [`${of.division} ${of.agencyName}`, of]));
    compareParts(
      report,
      partsOf(
        division,
        active.filter(({ identity }) => identity.year === year),
        agencies,
        beneath,
      ),
      say,
    );
  }
  return found.sort();
}
