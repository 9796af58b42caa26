/**
 * Text that is struck out, its digits with the stroke that shows it: a figure that was taken back is none, also where
 * nothing stands beside it. Blanks keep it apart from what does.
 */
export const struck = (text: string): string => ` ${strokeThrough(text)} `;

/** The same where what stands beside it is kept apart already. */
export const strokeThrough = (text: string): string => text.replaceAll(/\p{Nd}/gu, '$&\u0336');
