import type { GraphQLLeafType } from 'graphql';
import type { ByteSink } from './ByteSink.js';
import { Literal } from './Literal.js';

/** Writes a value that is not null as JSON in UTF-8. @throws what the type refuses */
export type WriteLeaf = (sink: ByteSink, value: unknown) => void;

const INT_MAX = 2 ** 31 - 1;
/** Values that are written as they are. */
const NUMBERS: Readonly<Record<string, (value: number) => boolean>> = {
  Int: (value) => Number.isInteger(value) && Math.abs(value) <= INT_MAX,
  SafeInt: Number.isSafeInteger,
  Float: Number.isFinite,
};

/** Neither to be escaped nor beyond ASCII. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** Names of divisions and labels come again and again; forgotten all at once where they are too many. */
const TEXTS = new Map<string, Literal>();
const MOST_TEXTS = 10_000;
const KEPT_LENGTH = 100;

function literalOf(text: string): Literal {
  const literal = new Literal(JSON.stringify(text));
  if (text.length > KEPT_LENGTH) return literal;
  if (TEXTS.size >= MOST_TEXTS) TEXTS.clear();
  TEXTS.set(text, literal);
  return literal;
}

function writeJson(sink: ByteSink, value: unknown): void {
  if (typeof value !== 'string') return sink.write(new Literal(JSON.stringify(value)));
  const known = TEXTS.get(value);
  if (known !== undefined) return sink.write(known);
  if (!PLAIN.test(value)) return sink.write(literalOf(value));
  sink.ascii('"');
  sink.ascii(value);
  sink.ascii('"');
}

/** How values of a leaf type are written. */
export function writeLeaf(type: GraphQLLeafType): WriteLeaf {
  const isFit = NUMBERS[type.name];
  const write: WriteLeaf = (sink, value) => writeJson(sink, type.serialize(value));
  if (isFit === undefined) return write;
  return (sink, value) => {
    if (typeof value !== 'number' || !isFit(value)) write(sink, value);
    else if (Number.isInteger(value)) sink.integer(value);
    else sink.ascii(String(value));
  };
}
