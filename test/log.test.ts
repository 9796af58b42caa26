import { describe, expect, test } from '@jest/globals';
import { Log, type LogLevel } from '../src/log.js';

class Sink {
  text = '';
  constructor(readonly isTTY = false) {}
  write(text: string): void {
    this.text += text;
  }
}

/** What is written, without the time of day. */
const written = (isTTY: boolean, write: (log: Log) => void, level: LogLevel = 'info'): string => {
  const sink = new Sink(isTTY);
  const log = new Log(sink);
  log.level = level;
  write(log);
  return sink.text.replace(/"time":"[^"]+",/, '').replace(/^[\d:]{8} /, '');
};

describe('log', () => {
  test('is one JSON object a line for a program', () => {
    expect(written(false, (log) => log.info('report.stored', { agency: '沭阳县', year: 2020 }))).toBe(
      '{"level":"info","event":"report.stored","agency":"沭阳县","year":2020}\n',
    );
  });

  test('says what an error was, with its cause', () => {
    const error = new TypeError('outer', { cause: new Error('inner') });
    const line: unknown = JSON.parse(written(false, (log) => log.error('bug', { error })));
    expect(line).toMatchObject({ error: { name: 'TypeError', message: 'outer', cause: { message: 'inner' } } });
  });

  test.each([
    [{ agency: '沭阳县', year: 2020 }, ' agency=沭阳县 year=2020'],
    [{ file: 'a b.html' }, ' file="a b.html"'],
    [{ findings: ['A', 'B'] }, ' findings=["A","B"]'],
    [{ count: 12n }, ' count="12"'],
    [{ nothing: undefined, no: null }, ' no=null'],
    [{ file: 'a\u001b[2Jb' }, ' file=a\\u001b[2Jb'],
    [{ file: 'a\u202eb\u009b1m' }, ' file=a\\u202eb\\u009b1m'],
  ])('is words for a terminal: %j', (fields, expected) => {
    expect(written(true, (log) => log.warn('it.happened', fields))).toBe(`warn  it.happened${expected}\n`);
  });

  test.each<[LogLevel, string[]]>([
    ['error', ['error']],
    ['warn', ['error', 'warn']],
    ['info', ['error', 'warn', 'info']],
    ['debug', ['error', 'warn', 'info', 'debug']],
  ])('at level %s writes %j', (level, expected) => {
    const text = written(
      false,
      (log) => {
        log.error('e');
        log.warn('w');
        log.info('i');
        log.debug('d');
      },
      level,
    );
    expect([...text.matchAll(/"level":"(\w+)"/g)].map((match) => match[1])).toEqual(expected);
  });
});
