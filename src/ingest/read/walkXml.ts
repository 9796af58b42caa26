import { Parser } from 'htmlparser2';
import { Refusal } from '../Refusal.js';

/** What is met on the way through an XML part; names without their prefix. */
export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** The same content once more, for older programs (ECMA-376, part 3), whatever its prefix. */
const FALLBACK = ':Fallback';

/**
 * Walks an XML part, telling only of elements with the prefix of its outermost one (in Word's parts all that is Word's
 * own, and nothing of drawings and formulas). Throws Refusal UNREADABLE where the part ends early.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  let prefix: string | null = null;
  let depth = 0;
  let fallbacks = 0;
  const own = (name: string): string | null => {
    prefix ??= name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
    return name.startsWith(prefix) ? name.slice(prefix.length) : null;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (name.endsWith(FALLBACK)) fallbacks += 1;
        const local = own(name);
        if (local !== null && fallbacks === 0) visitor.open?.(local, withoutPrefix(attributes));
      },
      onclosetag(name) {
        depth -= 1;
        const local = own(name);
        if (local !== null && fallbacks === 0) visitor.close?.(local);
        if (name.endsWith(FALLBACK)) fallbacks -= 1;
      },
      ontext(text) {
        if (fallbacks === 0) visitor.text?.(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  // The parser would close at the end what is open then.
  const broken = depth > 0;
  parser.end();
  if (broken) throw new Refusal('UNREADABLE', 'a part of the file ends early');
}

function withoutPrefix(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) own[name.slice(name.indexOf(':') + 1)] = value;
  return own;
}
