import { expect, test } from '@jest/globals';
import { GraphQLString } from 'graphql';
import type { ByteSink } from '../../../src/http/atOnce/ByteSink.js';
import type { Literal } from '../../../src/http/atOnce/Literal.js';
import { writeLeaf } from '../../../src/http/atOnce/writeLeaf.js';

test('a long text, which is not kept, makes no other forgotten', () => {
  const written: Literal[] = [];
  const sink = { write: (literal: Literal) => void written.push(literal) } as unknown as ByteSink;
  const write = writeLeaf(GraphQLString);
  for (let number = 0; number < 10_000; number++) write(sink, `县${number}`);
  write(sink, '县'.repeat(101));
  write(sink, '县0');
  expect(written.at(-1)).toBe(written[0]);
  write(sink, '县10000');
  write(sink, '县0');
  expect(written.at(-1)).not.toBe(written[0]);
});
