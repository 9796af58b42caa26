import { Refusal } from '../../Refusal.js';
import { LIMITS } from '../limits.js';

/** What a MIME message holds: one thing. */
export interface Part {
  /** Its Content-Type, with charset. */
  readonly type: string;
  /** Its transfer encoding undone. @throws Refusal UNREADABLE where that is unknown */
  readonly bytes: () => Buffer;
}

const DEEPEST = 4;
const BOUNDARY = /;\s{0,9}boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i;
/** The empty line between headers and content. */
const HEAD_END = /\r?\n\r?\n/;

/**
 * The parts of a MIME message (RFC 2045, 2046), those within parts too, in their order.
 * @param message its bytes, as Latin-1
 * @throws Refusal UNREADABLE where a part has no end; LIMIT_EXCEEDED
 */
export function partsOf(message: string, depth = 0): Part[] {
  if (depth > DEEPEST) throw new Refusal('LIMIT_EXCEEDED', `parts nested deeper than ${DEEPEST}`);
  const end = HEAD_END.exec(message);
  const head = message.slice(0, end?.index).replaceAll(/\r?\n[ \t]+/g, ' ');
  const content = end === null ? '' : message.slice(end.index + end[0].length);
  const type = headerOf(head, 'Content-Type') ?? 'text/plain';
  if (!/^multipart\//i.test(type)) {
    const encoding = headerOf(head, 'Content-Transfer-Encoding')?.toLowerCase() ?? '7bit';
    return [{ type, bytes: () => decoded(content, encoding) }];
  }
  const [, quoted, bare] = BOUNDARY.exec(type) ?? [];
  const parts: Part[] = [];
  for (const part of split(content, quoted ?? bare ?? '')) {
    parts.push(...partsOf(part, depth + 1));
    if (parts.length > LIMITS.parts) throw new Refusal('LIMIT_EXCEEDED', `more than ${LIMITS.parts} parts`);
  }
  return parts;
}

const headerOf = (head: string, name: string): string | null =>
  new RegExp(`^${name}:(.*)$`, 'im').exec(head)?.[1]?.trim() ?? null;

/**
 * What stands between lines of a boundary; longer ones that begin with it are of parts within. A part that nothing ends may
 * have been cut off within its figures.
 */
function* split(content: string, boundary: string): Generator<string> {
  if (boundary === '') throw new Refusal('UNREADABLE', 'the web archive names no boundary of its parts');
  const text = `\n${content}`;
  const mark = boundary.replaceAll(/[^\w ]/g, String.raw`\$&`);
  let from: number | null = null;
  for (const { 0: line, 1: isLast, index } of text.matchAll(
    new RegExp(`\\r?\\n--${mark}(--)?[ \\t]{0,80}(?=\\r?\\n|$)`, 'g'),
  )) {
    if (from !== null) yield text.slice(from, index);
    if (isLast !== undefined) return;
    from = text.indexOf('\n', index + line.length) + 1;
  }
  throw new Refusal('UNREADABLE', 'the web archive ends early: one of its parts has no end');
}

function decoded(content: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  if (encoding === 'quoted-printable') return Buffer.from(unquoted(content), 'latin1');
  if (['7bit', '8bit', 'binary'].includes(encoding)) return Buffer.from(content, 'latin1');
  throw new Refusal(
    'UNREADABLE',
    `a part of the web archive is encoded in ${encoding.slice(0, 50)}, which is not known`,
  );
}

const unquoted = (text: string): string =>
  text
    .replaceAll(/=[ \t]{0,80}\r?\n/g, '')
    .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
