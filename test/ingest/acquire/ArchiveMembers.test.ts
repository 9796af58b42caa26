import { copyFile, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { ArchiveMembers } from '../../../src/ingest/acquire/ArchiveMembers.js';
import { fileSource } from '../../../src/ingest/acquire/fileSource.js';
import { Refusal } from '../../../src/ingest/Refusal.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const SIZE = 100;

let folder: string;
let original: string;
let archive: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-members-'));
  original = join(folder, 'original.zip');
  archive = join(folder, 'a.zip');
  const inner = zipSync({ 'x.html': strToU8('x'), 'y.html': strToU8('y') });
  const broken = zipSync({ 'z.html': strToU8('text of z') }, { level: 0 });
  broken[45] = (broken[45] ?? 0) ^ 1;
  await writeFile(
    original,
    zipSync({
      ...Object.fromEntries(NAMES.map((name) => [name, strToU8(name.repeat(SIZE))])),
      'in.zip': inner,
      'broken.zip': broken,
      'no.zip': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]),
    }),
  );
});
beforeEach(() => copyFile(original, archive));
afterAll(() => rm(folder, { recursive: true }));

/** What comes of names asked for in their order: their first letter, a reason, or `gone` where the archive had to be read. */
async function taken(members: ArchiveMembers, names: readonly string[]): Promise<string> {
  const answers: string[] = [];
  for (const name of names) {
    const answer = await members.acquire(`${archive}!/${name}`).catch((error: unknown) => error);
    if (answer instanceof Refusal) answers.push(/ENOENT/.test(answer.message) ? 'gone' : answer.reason);
    else if (answer instanceof Error) throw answer;
    else answers.push(Buffer.from((answer as { bytes: Uint8Array }).bytes).toString('utf8', 0, 1));
  }
  return answers.join(' ');
}

const membersOf = (names: readonly string[], mostKept?: number): ArchiveMembers =>
  new ArchiveMembers(
    archive,
    names.map((name) => `${archive}!/${name}`),
    { open: () => fileSource(archive), mostKept },
  );

describe('the archive is read once', () => {
  test.each<[string, string[], number]>([
    ['in its order, with nothing kept', NAMES, 0],
    ['in its order with gaps', ['b', 'd', 'f'], 0],
    ['backwards, where all can be kept', NAMES.toReversed(), 6 * SIZE],
    ['where some are in archives within it', ['a', 'in.zip!/x.html', 'in.zip!/y.html'], 0],
  ])('%s', async (_, names, mostKept) => {
    const members = membersOf(names, mostKept);
    const [first = '', ...others] = names;
    const answer = await taken(members, [first]);
    await unlink(archive);
    const letters = names.map((name) => name.replace('in.zip!/', '')[0]).join(' ');
    expect(`${answer} ${await taken(members, others)}`).toBe(letters);
  });
});

test.each<[string, string[], number]>([
  ['backwards, with nothing kept', NAMES.toReversed(), 0],
  ['backwards, with two kept', NAMES.toReversed(), 2 * SIZE],
  ['back and forth', ['d', 'a', 'f', 'b', 'e', 'c'], SIZE],
  ['again', ['a', 'b', 'a', 'a', 'b'], 0],
])('every document comes: %s', async (_, names, mostKept) =>
  expect(await taken(membersOf([...new Set(names)], mostKept), names)).toBe(names.join(' ')),
);

test('what was not kept is read for again, with as many others as can be kept', async () => {
  const members = membersOf(NAMES.toReversed(), 2 * SIZE);
  expect(await taken(members, ['f', 'e'])).toBe('f e');
  await unlink(archive);
  expect(await taken(members, ['d', 'c', 'b'])).toBe('d c gone');
});

test('all are asked for at once', async () => {
  const members = membersOf(NAMES);
  const answers = await Promise.all(NAMES.map((name) => taken(members, [name])));
  expect(answers).toEqual(NAMES);
});

test('one that is bad or not there leaves the others', async () => {
  const names = ['a', 'none', 'broken.zip!/z.html', 'no.zip!/q.html', 'in.zip', 'in.zip!/none', 'f', 'in.zip!/y.html'];
  expect(await taken(membersOf(names), names)).toBe('a UNREADABLE UNREADABLE UNREADABLE UNREADABLE UNREADABLE f y');
});

test('an archive that is none refuses all of its documents', async () => {
  await writeFile(archive, 'PK no archive');
  expect(await taken(membersOf(NAMES), NAMES)).toBe(NAMES.map(() => 'UNREADABLE').join(' '));
});
