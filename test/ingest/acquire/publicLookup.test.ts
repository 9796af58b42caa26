import { expect, test } from '@jest/globals';
import { isPublic } from '../../../src/ingest/acquire/publicLookup.js';

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['not an address', false],
  ['59.175.218.1', true],
  ['::ffff:59.175.218.1', true],
  ['240e:0:9000::1', true],
])('%s is public: %s', (address, expected) => expect(isPublic(address)).toBe(expected));
