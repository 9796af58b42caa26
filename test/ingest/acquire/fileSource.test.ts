import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileSource } from '../../../src/ingest/acquire/fileSource.js';
import { LIMITS } from '../../../src/ingest/read/limits.js';
import { Refusal } from '../../../src/ingest/Refusal.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))));
afterAll(() => rm(folder, { recursive: true }));

/** A file that begins so and has this size, the rest of it zeros. */
async function fileOf(name: string, begins: string, size = begins.length): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, begins);
  await truncate(path, size);
  return path;
}

const refusal = (path: string): Promise<string> =>
  fileSource(path).then(
    () => 'none',
    (error: unknown) => (error instanceof Refusal ? `${error.reason}: ${error.message}` : String(error)),
  );

describe('a file', () => {
  test('is its bytes, their hash, its name, and when it was written', async () => {
    const path = await fileOf('a.txt', 'abc');
    const written = new Date('2021-03-31T08:00:00Z');
    await utimes(path, written, written);
    expect(await fileSource(path)).toEqual({
      bytes: Uint8Array.of(97, 98, 99),
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      fileName: 'a.txt',
      url: null,
      declaredType: null,
      retrievedAt: written,
    });
  });

  test('may be empty', async () =>
    expect(await fileSource(await fileOf('empty', ''))).toMatchObject({ bytes: new Uint8Array() }));

  test.each([
    ['as large as a document may be', 'x', LIMITS.documentBytes, 'none'],
    ['larger', 'x', LIMITS.documentBytes + 1, `LIMIT_EXCEEDED: over ${LIMITS.documentBytes} bytes`],
    ['larger, and an archive', 'PK\u0003\u0004', LIMITS.documentBytes + 1, 'none'],
    [
      'larger than an archive may be',
      'PK\u0003\u0004',
      LIMITS.innerArchiveBytes + 1,
      `LIMIT_EXCEEDED: over ${LIMITS.innerArchiveBytes} bytes`,
    ],
  ])('that is %s', async (name, begins, size, said) =>
    expect(await refusal(await fileOf(name, begins, size))).toBe(said),
  );

  // Most disks keep no such times, memory does.
  (existsSync('/dev/shm') ? test : test.skip).each([
    ['beyond the calendar of databases', 253_402_300_800, /^UNREADABLE: the time of its last change is none between/],
    ['beyond any calendar', 1e13, /^UNREADABLE: the time of its last change is none between/],
    ['long ago', -11_644_473_600, /^none$/],
  ])('that was written %s', async (_, seconds, said) => {
    const memory = await mkdtemp('/dev/shm/gongkai-files-');
    const path = join(memory, 'a.txt');
    await writeFile(path, 'abc');
    await utimes(path, seconds, seconds);
    expect(await refusal(path)).toMatch(said);
    await rm(memory, { recursive: true });
  });

  test('that is a folder is none', async () => {
    await mkdir(join(folder, 'b'));
    expect(await refusal(join(folder, 'b'))).toBe('UNREADABLE: it is no file');
  });

  test('that is a named pipe is none, and is not waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await refusal(join(folder, 'pipe'))).toBe('UNREADABLE: it is no file');
  });

  test('that is not there is refused', async () =>
    expect(await refusal(join(folder, 'c'))).toMatch(/^UNREADABLE: the file can't be read: ENOENT/));
});
