import { childrenOf, type Disposition, isStockDisposition } from './dispositions.js';
import type { Label } from './label.js';
import type { ReviewColumn, ReviewTrack } from './reviews.js';

/** A printed figure that enters a rate: the 总计 column of a row of section three, or a column of a track of section four. */
export type Operand = { readonly row: Disposition } | { readonly track: ReviewTrack; readonly column: ReviewColumn };

interface IndicatorEntry extends Label {
  readonly numerator: readonly Operand[];
  readonly denominator: readonly Operand[];
}

const rows = (...codes: readonly Disposition[]): readonly Operand[] => codes.map((row) => ({ row }));
const cases = (tracks: readonly ReviewTrack[], ...columns: readonly ReviewColumn[]): readonly Operand[] =>
  tracks.flatMap((track) => columns.map((column) => ({ track, column })));

const HANDLED = rows('TOTAL_HANDLED');
const RECONSIDERATION: readonly ReviewTrack[] = ['RECONSIDERATION'];
const LITIGATION: readonly ReviewTrack[] = ['LITIGATION_DIRECT', 'LITIGATION_AFTER_RECONSIDERATION'];

/**
 * Rates (指标), each the sum of its numerator over the sum of its denominator. A report enters only where it prints
 * every operand. A parent that no form prints (不予公开…) is all of its children: printed where every one of them is.
 */
export const INDICATORS = {
  DISCLOSURE_RATE: {
    zh: '公开率',
    en: 'Disclosure rate',
    numerator: rows('GRANTED', 'PARTIALLY_GRANTED'),
    denominator: HANDLED,
  },
  DENIAL_RATE: {
    zh: '不予公开率',
    en: 'Denial rate',
    numerator: rows(...childrenOf('DENIED')),
    denominator: HANDLED,
  },
  NOT_HELD_RATE: { zh: '不掌握率', en: 'Rate not held', numerator: rows('NOT_HELD'), denominator: HANDLED },
  UNAVAILABLE_RATE: {
    zh: '无法提供率',
    en: 'Rate unavailable',
    numerator: rows(...childrenOf('UNAVAILABLE')),
    denominator: HANDLED,
  },
  NOT_PROCESSED_RATE: {
    zh: '不予处理率',
    en: 'Rate not processed',
    numerator: rows(...childrenOf('NOT_PROCESSED')),
    denominator: HANDLED,
  },
  CARRY_OVER_RATE: {
    zh: '结转率',
    en: 'Carry-over rate',
    numerator: rows('CARRIED_OUT'),
    denominator: rows('RECEIVED', 'CARRIED_IN'),
  },
  RECONSIDERATION_RATE: {
    zh: '复议率',
    en: 'Reconsideration rate',
    numerator: cases(RECONSIDERATION, 'TOTAL'),
    denominator: HANDLED,
  },
  RECONSIDERATION_CORRECTION_RATE: {
    zh: '复议纠错率',
    en: 'Correction rate of reconsideration',
    numerator: cases(RECONSIDERATION, 'CORRECTED'),
    denominator: cases(RECONSIDERATION, 'UPHELD', 'CORRECTED', 'OTHER'),
  },
  LITIGATION_RATE: {
    zh: '诉讼率',
    en: 'Litigation rate',
    numerator: cases(LITIGATION, 'TOTAL'),
    denominator: HANDLED,
  },
  LITIGATION_CORRECTION_RATE: {
    zh: '诉讼纠正率',
    en: 'Correction rate of litigation',
    numerator: cases(LITIGATION, 'CORRECTED'),
    denominator: cases(LITIGATION, 'UPHELD', 'CORRECTED', 'OTHER'),
  },
} as const satisfies Record<string, IndicatorEntry>;

export type Indicator = keyof typeof INDICATORS;
export const INDICATOR_CODES = Object.keys(INDICATORS) as Indicator[];

/** All operands of an indicator, and whether each stands in the numerator. */
export const operandsOf = (
  code: Indicator,
): readonly { readonly operand: Operand; readonly inNumerator: boolean }[] => {
  const { numerator, denominator }: IndicatorEntry = INDICATORS[code];
  return [
    ...numerator.map((operand) => ({ operand, inNumerator: true })),
    ...denominator.map((operand) => ({ operand, inNumerator: false })),
  ];
};

/** True for a rate that holds a stock (结转率), which is not taken over several years. */
export const isStockIndicator = (code: Indicator): boolean =>
  operandsOf(code).some(({ operand }) => 'row' in operand && isStockDisposition(operand.row));
