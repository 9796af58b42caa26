import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Running } from './run.js';
import { databaseRuns, newFolder, removeFolders, SAMPLE } from './scene.js';

const CLI = fileURLToPath(new URL('../../src/cli.js', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await newFolder();
  await writeFile(join(folder, 'list.txt'), `${SAMPLE}\n`.repeat(3000));
});
afterAll(removeFolders);

/** Runs a line of a shell in which $GONGKAI is the program; tells what came on stderr and stdout. */
const shell = (line: string): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)('sh', ['-c', line], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', GONGKAI_DATA: 'data', GONGKAI: `${process.execPath} ${CLI}` },
  });

test('a reader that has had enough ends the ingest and the embedded database in order, with the code of SIGPIPE', async () => {
  const { stdout, stderr } = await shell('{ $GONGKAI ingest --json --list list.txt; echo $? >&2; } | head -n 1');
  expect(JSON.parse(stdout)).toMatchObject({ file: SAMPLE, status: 'stored' });
  expect(stderr).toMatch(/^141\n/m);
  expect(await databaseRuns(folder)).toBe(false);
}, 60_000);

test.each([['ingest --list list.txt'], ['check'], ['queue'], ['--help'], [`explain ${SAMPLE}`]])(
  '%s to a full disk is a fault in one line, no refusal and no difference',
  async (verb) => {
    const { stderr } = await shell(`$GONGKAI ${verb} >/dev/full; echo $? >&2`);
    expect(stderr).toMatch(/^gongkai: cannot write to stdout: ENOSPC.*\. Free some space.*\n3\n$/);
    expect(await databaseRuns(folder)).toBe(false);
  },
  60_000,
);

test('who no longer listens to the log stops nothing', async () => {
  const { stdout } = await shell(`LOG_LEVEL=debug $GONGKAI ingest ${SAMPLE} 2>/dev/full; echo $?`);
  expect(stdout).toMatch(/\n0 stored, 1 unchanged, 0 revised, 0 rejected\n0\n$/);
});

test.each(['check', 'migrate', 'queue'])('%s that is interrupted leaves no database running', async (verb) => {
  const fresh = await newFolder();
  const running = new Running([verb], { LOG_LEVEL: 'debug' }, fresh);
  await running.says(/database\.open/);
  running.signal('SIGINT');
  const { code, stdout, stderr } = await running.ended;
  expect([code, verb === 'queue' ? '' : stdout]).toEqual([130, '']);
  expect(stderr).not.toMatch(/^gongkai: |"level":"error"/m);
  expect(await databaseRuns(fresh)).toBe(false);
});
