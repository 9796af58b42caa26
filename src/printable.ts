/**
 * Text from outside made fit for a terminal: control characters (also the C1 ones, which start escape sequences too) and
 * marks that turn the direction of writing are spelled out as \uXXXX.
 */
export const printable = (text: string): string =>
  text.replace(
    // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
