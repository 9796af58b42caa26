import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const PROGRAM = `import(${JSON.stringify(new URL('../../src/cli/saidBy.js', import.meta.url).href)})
  .then(({ saidBy }) => console.log(saidBy({}).by))`;

const isRoot = process.getuid?.() === 0;

(isRoot ? test : test.skip)('an account without a name, as in a container, is told by its number', () => {
  const { stdout } = spawnSync(process.execPath, ['-e', PROGRAM], { uid: 54321, gid: 54321, encoding: 'utf8' });
  expect(stdout).toBe('54321\n');
});
