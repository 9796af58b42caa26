import { SSF } from '@e965/xlsx';

/** Excel takes no longer formats. */
const LONGEST = 255;
const UNFORMATTED = new Set(['General', '@', '']);

/** How a sheet shows a number. Unformatted ones are cut to the width of the column: there it is the number itself. */
export function showNumber(value: number, format: string | number): string {
  const known = typeof format === 'number' ? builtIn(format) : format;
  if (UNFORMATTED.has(known) || known.length > LONGEST) return plain(value);
  try {
    return String(SSF.format(known, value)).trim();
  } catch {
    return plain(value);
  }
}

/** Formats that have a number and are not written out in the file; unknown ones are General. */
function builtIn(id: number): string {
  const table = SSF.get_table() as Readonly<Record<number, string | undefined>>;
  return table[id] ?? 'General';
}

/** Fifteen digits are what a workbook keeps; more are traces of binary arithmetic. */
function plain(value: number): string {
  const exact = Number(value.toPrecision(15));
  const text = String(exact);
  return text.includes('e') && Number.isSafeInteger(exact) ? BigInt(exact).toString() : text;
}
