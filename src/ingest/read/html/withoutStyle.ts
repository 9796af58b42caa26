/** A tag with its attributes as far as they are in double quotes. */
const TAG = /<[a-z][\w:-]*(?:\s+[\w:-]+="[^"<>]*")+/gi;
/** Styles that change what is shown, or where (`effectOf`). */
const TELLING = String.raw`style(?!="[^"<>]*(?:display\s*:\s*none|mso-hide|visibility|opacity|font-size\s*:\s*0|line-through|vertical-align\s*:\s*su|text-raise))`;
const STYLE = new RegExp(
  String.raw`(?<!\s)\s+(?:${TELLING}|class|width|height|align|valign|lang|face|color|bgcolor)="[^"<>]*"`,
  'gi',
);
const STYLE_BUT_CLASS = new RegExp(STYLE.source.replace('|class', ''), 'gi');

/**
 * Markup without the attributes that say how it looks: more than half of what editors write, and a parser takes as long
 * over it as over text. Only what stands within tags is taken out.
 * @param classes whether classes are kept: those of the page change what is shown
 */
export const withoutStyle = (html: string, classes: boolean): string =>
  html.replace(TAG, (tag) => tag.replace(classes ? STYLE_BUT_CLASS : STYLE, ''));
