import { describe, expect, test } from '@jest/globals';
import { chooseStandby, type Situation } from '../../../src/database/replicas/chooseStandby.js';
import type { Position } from '../../../src/database/replicas/Position.js';

interface Given {
  readonly name: string;
  readonly lsn?: number;
  readonly dead?: boolean;
  readonly lag?: number;
  readonly wellFor?: number;
  readonly position?: Partial<Position>;
}

const standing = ({ name, lsn = 100, dead = false, lag = 0, wellFor = Infinity, position }: Given) => ({
  name,
  position: dead ? null : { identity: 'ours', standby: true, version: '7', lsn: BigInt(lsn), ...position },
  lag,
  wellFor,
});

const chosen = (given: readonly Given[], situation: Partial<Situation> = {}, current: string | null = null) => {
  const standbys = given.map(standing);
  const usual = { identity: 'ours', seen: 100n, primaryAnswers: true, lagMs: 1_000, steadyMs: 500 };
  const now = standbys.find(({ name }) => name === current) ?? null;
  return chooseStandby(standbys, { ...usual, current: now, ...situation })?.name ?? 'primary';
};

describe('chooseStandby', () => {
  test.each<[string, Given[], string]>([
    ['none is set', [], 'primary'],
    ['all are well: the one that this process likes best', [{ name: 'a' }, { name: 'b' }], 'a'],
    ['it is dead', [{ name: 'a', dead: true }, { name: 'b' }], 'b'],
    [
      'it lags',
      [
        { name: 'a', lag: 1_001 },
        { name: 'b', lag: 1_000 },
      ],
      'b',
    ],
    [
      'it lacks what was read before',
      [
        { name: 'a', lsn: 99 },
        { name: 'b', lsn: 101 },
      ],
      'b',
    ],
    [
      'it has just come back',
      [
        { name: 'a', wellFor: 499 },
        { name: 'b', wellFor: 500 },
      ],
      'b',
    ],
    ['it is of another database', [{ name: 'a', position: { identity: 'theirs' } }, { name: 'b' }], 'b'],
    ['it takes writes', [{ name: 'a', position: { standby: false } }, { name: 'b' }], 'b'],
    [
      'all are dead, lag or lack',
      [
        { name: 'a', dead: true },
        { name: 'b', lag: 2_000 },
        { name: 'c', lsn: 1 },
      ],
      'primary',
    ],
  ])('where %s', (_, given, expected) => expect(chosen(given)).toBe(expected));

  test('keeps to the one it reads from, however short it has been well', () => {
    const given = [
      { name: 'a', dead: true },
      { name: 'b', wellFor: 1 },
    ];
    expect([chosen(given, {}, 'b'), chosen(given)]).toEqual(['b', 'primary']);
  });

  test('nobody is late while the primary does not answer, but nobody goes back in time either', () => {
    const given = [
      { name: 'a', lsn: 99 },
      { name: 'b', lag: 5_000 },
    ];
    expect(chosen(given, { primaryAnswers: false })).toBe('b');
    expect(chosen(given, { primaryAnswers: false, seen: 101n })).toBe('primary');
  });
});
