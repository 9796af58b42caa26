import type { Section } from '../../../src/catalog/forms.js';
import type { Report } from '../../../src/ingest/types.js';
import { FIGURES, type NaiveFigure, rateOf } from './naiveFigures.js';
import { type NaiveGroup, naiveGroups, type NaiveQuestion } from './naiveGroups.js';

/** Digits behind the point that are added up. */
const SCALE = 20;

const scaled = (value: string): bigint => {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  return BigInt(`${value.startsWith('-') ? '-' : ''}${whole}${fraction.padEnd(SCALE, '0')}`);
};

const printed = (sum: bigint): string => {
  const digits = String(sum)
    .replace('-', '')
    .padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction === '' ? '' : `.${fraction}`}`;
};

const sumOf = (figures: readonly NaiveFigure[]): string | null => {
  const values = figures.flatMap((figure) => figure?.value ?? []);
  return values.length === 0 ? null : printed(values.reduce((sum, value) => sum + scaled(value), 0n));
};

const count = (figures: readonly NaiveFigure[], state: string): number =>
  figures.filter((figure) => figure?.state === state).length;

/** One column: sum, reported, blank, unreadable, absent, not on the form. */
const columnLine = (figures: readonly NaiveFigure[]): string =>
  [
    String(sumOf(figures)),
    ...['REPORTED', 'BLANK', 'UNREADABLE', 'ABSENT'].map((state) => count(figures, state)),
    figures.filter((figure) => figure === null).length,
  ].join('/');

/** The line of a group: its columns, then what is expected, of the other scope, and missing. */
const lineOf = (key: string, columns: readonly string[], group: NaiveGroup, { scope }: NaiveQuestion): string =>
  [key, ...columns, scope === 'OWN' ? group.expected : null, group.other, group.missing.toSorted().join(',')].join(
    ' ; ',
  );

/** Totals of printed figures: a line a group, in order of its text. */
export function naiveTotals(
  reports: readonly Report[],
  question: NaiveQuestion,
  section: Section,
  code: string,
): string[] {
  const columnsOf = ({ used }: NaiveGroup): readonly (readonly NaiveFigure[])[] => {
    const rows = used.map((report) => FIGURES[section]?.(report, code) ?? []);
    return Array.from({ length: { APPLICATIONS: 7, REVIEWS: 5, DISCLOSURES: 1 }[section] }, (_, column) =>
      rows.map((row) => row[column] ?? null),
    );
  };
  const groups = naiveGroups(reports, question);
  const earlier = naiveGroups(reports, { ...question, from: question.from - 1 });
  return [...groups]
    .map(([key, group]) => {
      const columns = columnsOf(group);
      const [year, ...rest] = key.split('|');
      const before = question.byYear ? earlier.get([Number(year) - 1, ...rest].join('|')) : undefined;
      const previous = before ? sumOf(columnsOf(before).at(-1) ?? []) : null;
      const balances = columns.length > 1 ? partsLine(columns) : '';
      return lineOf(key, [...columns.map(columnLine), balances, `previous ${previous}`], group, question);
    })
    .toSorted();
}

/** Sum of the parts, and how many reports print everything and disagree. */
function partsLine(columns: readonly (readonly NaiveFigure[])[]): string {
  const reports = (columns[0] ?? []).map((_, report) => columns.map((column) => column[report]?.value ?? null));
  const parts = reports.flatMap((row) => row.slice(0, -1)).flatMap((value) => value ?? []);
  const disagreeing = reports.filter((row) => {
    if (row.includes(null)) return false;
    const sum = row.slice(0, -1).reduce((all, value) => all + Number(value), 0);
    return sum !== Number(row.at(-1));
  });
  return `${parts.length === 0 ? null : parts.reduce((sum, value) => sum + Number(value), 0)} ${disagreeing.length}`;
}

/** Indicators: a line a group, in order of its text. */
export function naiveIndicators(reports: readonly Report[], question: NaiveQuestion, code: string): string[] {
  return [...naiveGroups(reports, question)]
    .map(([key, group]) => {
      const rates = group.used.map((report) => rateOf(report, code));
      const states = ['REPORTED', 'BLANK', 'UNREADABLE', 'ABSENT'].map(
        (state) => rates.filter((rate) => rate.state === state).length,
      );
      const { numerator, denominator } = addUp(group, code);
      return lineOf(key, [[String(numerator), String(denominator), ...states, 0].join('/')], group, question);
    })
    .toSorted();
}

/** Numerator and denominator over the reports that enter; null where none does. */
export function addUp({ used }: Pick<NaiveGroup, 'used'>, code: string) {
  const entering = used.flatMap((report) => {
    const { parts } = rateOf(report, code);
    return parts ? [parts] : [];
  });
  if (entering.length === 0) return { numerator: null, denominator: null };
  return {
    numerator: entering.reduce((sum, [numerator]) => sum + numerator, 0),
    denominator: entering.reduce((sum, [, denominator]) => sum + denominator, 0),
  };
}
