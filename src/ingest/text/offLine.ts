const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/**
 * Text that is set above or below the line, its digits as the characters that show it: the mark of a footnote is no digit
 * of the figure before it.
 */
export const offLine = (text: string, where: 'above' | 'below'): string =>
  text.replaceAll(/\d/g, (digit) => (where === 'above' ? RAISED : LOWERED)[Number(digit)] ?? digit);
