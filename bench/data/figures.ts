import { type DisclosureCell, printedDisclosures } from '../../src/catalog/disclosures.js';
import { type Disposition, printedDispositions } from '../../src/catalog/dispositions.js';
import type { FigureState } from '../../src/catalog/figureStates.js';
import { REVIEW_TRACK_CODES, type ReviewTrack } from '../../src/catalog/reviews.js';
import { Random } from './Random.js';
import type { BenchReport } from './reports.js';

type Counts = (number | null)[];
interface CountRow<Code> {
  readonly code: Code;
  /** In column order, the total last. */
  readonly values: Counts;
  readonly unreadable: number;
}
interface AmountRow extends DisclosureCell {
  readonly value: string | null;
  readonly state: FigureState;
}

/** What is stored of a report's figures. */
export interface BenchFigures {
  readonly applications: readonly CountRow<Disposition>[];
  readonly applicationsWhole: boolean;
  readonly reviews: readonly CountRow<ReviewTrack>[];
  readonly reviewsWhole: boolean;
  readonly disclosures: readonly AmountRow[];
  /** Rows whose parts do not add up to their total. */
  readonly disagreeing: readonly Disposition[];
}

const APPLICANTS = 6;
const APPLICANT_WEIGHTS = [85, 7, 0.5, 1, 4, 2.5];
const WEIGHTS: Partial<Record<Disposition, number>> = {
  ...{ GRANTED: 46, PARTIALLY_GRANTED: 6, NOT_HELD: 22, REQUIRES_CREATION: 3, STILL_UNCLEAR: 3 },
  ...{ STATE_SECRET: 0.2, PROHIBITED_BY_LAW: 0.8, SECURITY_AND_STABILITY: 0.2, THIRD_PARTY_RIGHTS: 1.2 },
  ...{ INTERNAL_AFFAIRS: 1.5, DELIBERATIVE_PROCESS: 1, ENFORCEMENT_FILE: 1.5, ADMINISTRATIVE_QUERY: 1.5 },
  ...{ PETITION_OR_COMPLAINT: 2.5, DUPLICATE: 1.5, PUBLISHED_MATERIAL: 0.3, VEXATIOUS: 0.2, CONFIRM_OR_REISSUE: 0.3 },
};

/** So many applications spread over the columns; many at once follow their shares. */
function spread(random: Random, count: number, weights: readonly number[]): number[] {
  const bins = weights.map(() => 0);
  let rest = count;
  if (count > 60) {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    for (const [bin, weight] of weights.entries()) {
      const share = Math.floor((count * weight) / sum);
      bins[bin] = share;
      rest -= share;
    }
  }
  for (; rest > 0; rest--) {
    const bin = random.pick(weights);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

/** Most agencies receive nothing at all, few very much. */
const demand = (random: Random, size: number): number => {
  if (random.chance(0.72 / Math.max(1, size) ** 0.25)) return 0;
  return Math.floor(Math.max(1, size) * 1.2 * (1 - random.next()) ** -0.7);
};

const MOST = 200_000;
const withTotal = (parts: readonly number[]): number[] => [...parts, parts.reduce((sum, part) => sum + part, 0)];
const add = (one: readonly number[], other: readonly number[], sign: 1 | -1): number[] =>
  one.map((value, index) => value + sign * (other[index] ?? 0));

/** Rows of section three that balance. */
function balanced(random: Random, { agency, scope, applicationForm }: BenchReport): Map<Disposition, number[]> {
  const size = scope === 'OWN' && agency.kind === 'GOVERNMENT' ? agency.size / 15 : agency.size;
  const handled = Math.min(MOST, demand(random, size));
  const rows = new Map<Disposition, number[]>();
  if (handled === 0) return rows;
  const other: Disposition = applicationForm === 'FORM_2019' ? 'OTHER_HANDLING' : 'OTHER_REASON';
  const codes = [...(Object.keys(WEIGHTS) as Disposition[]), other];
  const outcomes = spread(random, handled, [...Object.values(WEIGHTS), 4]);
  let total = Array.from({ length: APPLICANTS }, () => 0);
  for (const [index, count] of outcomes.entries()) {
    const code = codes[index];
    if (count === 0 || code === undefined) continue;
    const parts = spread(random, count, APPLICANT_WEIGHTS);
    rows.set(code, withTotal(parts));
    total = add(total, parts, 1);
  }
  const stock = (): number[] => total.map((count) => (random.chance(0.3) ? random.below(1 + count / 8) : 0));
  const carriedIn = stock();
  const carriedOut = stock();
  const received = add(add(total, carriedOut, 1), carriedIn, -1);
  for (const [code, parts] of [
    ['RECEIVED', received],
    ['CARRIED_IN', carriedIn],
    ['TOTAL_HANDLED', total],
    ['CARRIED_OUT', carriedOut],
  ] as const)
    if (parts.some((part) => part !== 0)) rows.set(code, withTotal(parts));
  return rows;
}

/** Few reports have defects: rows left blank, cells that cannot be read, totals that are wrong, tables cut off. */
function applications(random: Random, report: BenchReport) {
  const rows = balanced(random, report);
  const printed = printedDispositions(report.applicationForm);
  const blank = random.chance(0.015);
  const whole = !random.chance(0.004);
  const kept = whole ? printed : printed.slice(0, 5 + random.below(15));
  const disagreeing: Disposition[] = [];
  const stored = kept.flatMap((code): CountRow<Disposition>[] => {
    const values: Counts | undefined = rows.get(code) ?? (whole ? undefined : withTotal(Array.from({ length: 6 }, () => 0)));
    if (!values) return blank && random.chance(0.5) ? [{ code, values: Array.from({ length: 7 }, () => null), unreadable: 0 }] : [];
    if (random.chance(0.001)) {
      const column = random.below(7);
      return [{ code, values: values.map((value, at) => (at === column ? null : value)), unreadable: 1 << column }];
    }
    if (random.chance(0.002)) {
      disagreeing.push(code);
      return [{ code, values: [...values.slice(0, -1), (values.at(-1) ?? 0) + 1], unreadable: 0 }];
    }
    return [{ code, values, unreadable: 0 }];
  });
  return { applications: stored, applicationsWhole: whole, disagreeing };
}

function reviews(random: Random, { agency }: BenchReport): CountRow<ReviewTrack>[] {
  return REVIEW_TRACK_CODES.flatMap((code) => {
    if (!random.chance(Math.min(0.9, 0.07 * agency.size ** 0.5))) return [];
    const count = 1 + Math.floor(agency.size * 0.3 * random.next() ** 3);
    return [{ code, values: withTotal(spread(random, count, [60, 15, 15, 10])), unreadable: 0 }];
  });
}

function amountOf(random: Random, { item, measure }: DisclosureCell, size: number): string {
  if (measure === 'FEE_AMOUNT' || measure === 'PROCUREMENT_AMOUNT') return String(random.below(size * 5e6) / 10_000);
  if (measure === 'CHANGE') return String(random.below(9) - 4);
  if (measure === 'DECISIONS') return String(Math.floor(size * 40 * (1 - random.next()) ** -0.6));
  return String(random.below(item === 'REGULATIONS' ? 5 : 40));
}

function disclosures(random: Random, { agency, disclosureForm }: BenchReport): AmountRow[] {
  const share = agency.kind === 'GOVERNMENT' ? 0.6 : agency.kind === 'DEPARTMENT' ? 0.13 : 0.05;
  const blank = random.chance(0.01);
  return printedDisclosures(disclosureForm).flatMap((cell): AmountRow[] => {
    if (blank && random.chance(0.3)) return [{ ...cell, value: null, state: 'BLANK' }];
    if (!random.chance(share)) return [];
    const value = amountOf(random, cell, agency.size);
    return value === '0' ? [] : [{ ...cell, value, state: 'REPORTED' }];
  });
}

/** The figures of a report: always the same ones. */
export function benchFigures(report: BenchReport): BenchFigures {
  const random = new Random(report.id, 2);
  const reviewsWhole = !random.chance(0.003);
  return {
    ...applications(random, report),
    reviews: reviewsWhole ? reviews(random, report) : [],
    reviewsWhole,
    disclosures: disclosures(random, report),
  };
}
