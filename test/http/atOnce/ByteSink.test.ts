import { describe, expect, test } from '@jest/globals';
import { Literal } from '../../../src/http/atOnce/Literal.js';
import { ByteSink } from '../../../src/http/atOnce/ByteSink.js';

const written = (write: (sink: ByteSink) => void): string => {
  const sink = new ByteSink(4);
  write(sink);
  return sink.taken().toString();
};

describe('whole numbers', () => {
  test.each([
    0,
    -0,
    7,
    10,
    99,
    100,
    999,
    1000,
    9999,
    10_000,
    2 ** 31 - 1,
    2 ** 31,
    Number.MAX_SAFE_INTEGER,
    -1,
    -(2 ** 40),
  ])('%d', (value) => {
    expect(written((sink) => sink.integer(value))).toBe(String(value));
  });
});

test('texts and bytes of any length stand one after another', () => {
  const long = 'x'.repeat(100);
  const text = written((sink) => {
    sink.ascii('a');
    sink.write(new Literal('南阳市'));
    sink.ascii(long);
    sink.write(new Literal(long));
    sink.integer(12);
  });
  expect(text).toBe(`a南阳市${long}${long}12`);
});

test('what is taken back is written over', () => {
  const text = written((sink) => {
    for (const place of [1, 2, 3]) {
      sink.integer(place);
      sink.write(new Literal(','));
    }
    sink.drop();
    sink.write(new Literal(']'));
  });
  expect(text).toBe('1,2,3]');
});
