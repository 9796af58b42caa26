/**
 * What a style does to text: takes it out with its place, hides it in its place, strikes it out, sets it above or below
 * the line.
 */
export type Effect = 'gone' | 'invisible' | 'struck' | 'above' | 'raised' | 'below';

const EFFECTS: readonly (readonly [RegExp, Effect])[] = [
  [/display\s*:\s*none|mso-hide\s*:\s*all/i, 'gone'],
  [/visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?![.\d])/i, 'invisible'],
  [/line-through/i, 'struck'],
  [/vertical-align\s*:\s*super/i, 'above'],
  [/vertical-align\s*:\s*sub/i, 'below'],
  [/mso-text-raise\s*:\s*\d/i, 'raised'],
];

/** The effect of the declarations of a style; null for what leaves text as it is. */
export function effectOf(style: string): Effect | null {
  for (const [declaration, effect] of EFFECTS) if (declaration.test(style)) return effect;
  return null;
}
