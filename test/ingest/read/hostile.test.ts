import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../../src/ingest/Refusal.js';
import { unpack } from '../../../src/ingest/read/archive.js';
import { read } from '../../../src/ingest/read/read.js';
import type { Document } from '../../../src/ingest/types.js';
import { zipSync } from 'fflate';
import { readFixture } from './readFixture.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

const FIXTURES = [
  ...['ruled.pdf', 'row-cut.pdf', 'dashed.pdf', 'unruled.pdf', 'encrypted.pdf'],
  ...[
    'merged.docx',
    'blanks.docx',
    'merged.doc',
    'mixed-form.doc',
    'text.doc',
    'styles.doc',
    'blanks.xlsx',
    'merged.xls',
  ],
];
/** The document, or null where it was refused; whatever else happens fails the test. */
async function readDamaged(bytes: Uint8Array): Promise<Document | null> {
  try {
    return await read(sourceOf(bytes));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const limits = { numRuns: 25, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false };

describe.each(FIXTURES)('%s', (name) => {
  const whole = readFixture(name);

  test('cut anywhere: read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        await readDamaged(whole.subarray(0, length));
      }),
      limits,
    );
  });

  test('with flipped bits: read or refused', async () => {
    const flips = fc.array(fc.record({ at: fc.nat(whole.length - 1), bit: fc.nat(7) }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(flips, async (chosen) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, bit } of chosen) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        await readDamaged(bytes);
      }),
      limits,
    );
  });

  test('with a part overwritten: read or refused', async () => {
    const patch = fc.record({ at: fc.nat(whole.length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 600 }) });
    await fc.assert(
      fc.asyncProperty(patch, async ({ at, bytes }) => {
        const changed = Uint8Array.from(whole);
        changed.set(bytes.subarray(0, whole.length - at), at);
        await readDamaged(changed);
      }),
      limits,
    );
  });
});

/** Their parts carry checksums: a flipped bit is either in what nobody reads, or noticed. */
test.each(['merged.docx', 'blanks.xlsx'])('no flipped bit changes what %s says', async (name) => {
  const whole = readFixture(name);
  const expected = shown(await read(sourceOf(whole)));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const bytes = Uint8Array.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      const document = await readDamaged(bytes);
      // A part that went missing from the directory may be one the reader does without, such as styles.
      if (document !== null && document.blocks.length > 0) {
        expect(shown(document).map((line) => line.replace(/^#+ /, ''))).toEqual(
          expected.map((line) => line.replace(/^#+ /, '')),
        );
      }
    }),
    { ...limits, numRuns: 60 },
  );
});

test('random bytes under any mark: read or refused', async () => {
  const marks = ['25504446', '504b0304', 'd0cf11e0a1b11ae1', '3c68746d6c3e', ''].map((hex) => Buffer.from(hex, 'hex'));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 4000 }), async (mark, rest) => {
      await readDamaged(Buffer.concat([mark, rest]));
    }),
    { ...limits, numRuns: 100 },
  );
});

test('a damaged archive gives its members or refusals, and ends', async () => {
  const inner = zipSync({ 'c.txt': Buffer.from('words'), 'd.zip': zipSync({ 'e.txt': Buffer.from('deeper') }) });
  // Stored, not packed: so that damage reaches the archives within.
  const whole = zipSync({ 'a.docx': readFixture('merged.docx'), 'b.zip': inner }, { level: 0 });
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 30 }), async (at, patch) => {
      const changed = Uint8Array.from(whole);
      changed.set(patch.subarray(0, whole.length - at), at);
      let members = 0;
      for await (const member of unpack(changed, 'x.zip')) {
        members += 1;
        expect(member.path).toMatch(/^x\.zip/);
      }
      expect(members).toBeLessThan(10);
    }),
    { ...limits, numRuns: 200 },
  );
});
