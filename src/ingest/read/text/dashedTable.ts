import { layOut, textBetween } from './layOut.js';
import { cellOf, type TextTable } from './TextTable.js';

/** Dashes over each column: ------ ---- --, or as many of =. */
const DASHES = /^\s*(?:-+(?: +-+)+|=+(?: +=+)+)\s*$/;
const WHOLE = /^\s*-{3,}\s*$/;
/** Fewer are no table's: - - -. */
const NARROWEST = 8;
/** A header has at most so many lines. */
const MOST_HEADERS = 60;

const isDashes = (line: string | undefined): line is string =>
  line !== undefined && DASHES.test(line) && line.trim().length >= NARROWEST && /--|==/.test(line);
const isEmpty = (line: string | undefined): boolean => line === undefined || line.trim() === '';
/** Whether a line is drawn from where to where another is. */
const isAsWide = (line: string | undefined, other: string): boolean =>
  line !== undefined && line.trimEnd().length === other.trimEnd().length && line.search(/\S/) === other.search(/\S/);

interface Column {
  readonly start: number;
  readonly end: number;
}
const columnsOf = (dashes: string): Column[] =>
  [...dashes.matchAll(/[-=]+/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** The line of dashes of the table that begins in a line: this one, or the one below its header. */
function dashesOf(lines: readonly string[], from: number): number | null {
  const first = lines[from];
  if (first === undefined) return null;
  if (isDashes(first)) return from;
  if (isDashes(lines[from + 1]) && !isEmpty(first)) return from + 1;
  if (!WHOLE.test(first)) return null;
  for (let at = from + 1; at < from + MOST_HEADERS && !isEmpty(lines[at]); at++)
    if (isDashes(lines[at])) return isAsWide(lines[at], first) ? at : null;
  return null;
}

/**
 * The line that ends a table: the dashes again, or one unbroken. That of a header, which a row follows at once, stands once:
 * lines of nothing but dashes are not gone through again and again.
 */
function endOf(lines: readonly string[], dashes: number): number | null {
  const own = lines[dashes] ?? '';
  let headers = 0;
  for (let at = dashes + 1; at < lines.length && headers < 2; at++) {
    const line = lines[at];
    const ends = line?.trim() === own.trim() || (line !== undefined && WHOLE.test(line));
    if (ends && isAsWide(line, own)) {
      if (isEmpty(lines[at + 1])) return at;
      headers++;
    } else if (isDashes(line)) return null;
  }
  return null;
}

/** Without a closing line the first empty one ends a table. */
function emptyFrom(lines: readonly string[], from: number): number {
  let at = from;
  while (!isEmpty(lines[at])) at++;
  return at;
}

/**
 * Lines as rows: parted by empty lines where there are such, else a row each. In reStructuredText (=) a line without anything
 * in its first column goes on with the row above.
 */
function rowsIn(lines: readonly string[], dashes: string, [first]: readonly Column[]): string[][] {
  const parted = lines.some(isEmpty);
  const goesOn = (line: string): boolean =>
    parted || (dashes.includes('=') && layOut(line).slice(0, first?.end).join('').trim() === '');
  const rows: string[][] = [[]];
  for (const line of lines) {
    if (isEmpty(line)) rows.push([]);
    else if (goesOn(line)) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows.filter((row) => row.length > 0);
}

/** The cells of a row, null where something stands between the columns. */
function cellsOf(row: readonly string[], columns: readonly Column[]): string[] | null {
  const laid = row.map(layOut);
  const isWithin = (at: number): boolean => columns.some(({ start, end }) => at >= start && at < end);
  if (laid.some((line) => line.some((character, at) => /\S/.test(character) && !isWithin(at)))) return null;
  return columns.map(({ start, end }) => textBetween(laid, start, end));
}

/**
 * The table that begins in a line, with dashes that say how wide each column is, as Pandoc and reStructuredText have them:
 * each character of a row stands under or over those of its column.
 */
export function dashedTable(lines: readonly string[], from: number): TextTable | null {
  const dashes = dashesOf(lines, from);
  if (dashes === null) return null;
  const columns = columnsOf(lines[dashes] ?? '');
  const isSimple = dashes === from + 1 && !WHOLE.test(lines[from] ?? '');
  const end = isSimple ? emptyFrom(lines, dashes + 1) : endOf(lines, dashes);
  if (end === null) return null;
  const header = lines.slice(from, dashes).filter((line) => !WHOLE.test(line));
  const body = lines.slice(dashes + 1, end).filter((line) => !isDashes(line));
  const all = [...(header.length > 0 ? [header] : []), ...rowsIn(body, lines[dashes] ?? '', columns)];
  const rows = all.map((row) => cellsOf(row, columns));
  if (body.length === 0 || !rows.every((row) => row !== null)) return null;
  return { rows: rows.map((row) => row.map((text) => cellOf(text))), end: isSimple ? end : end + 1 };
}
