import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from './run.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

const lines = (text: string): string[] => text.trim().split('\n');

describe('help', () => {
  test.each([[[]], [['serve']], [['ingest']], [['migrate']], [['explain']], [['enqueue']], [['work']], [['queue']]])(
    'gongkai %j --help names its exit codes, whatever the settings',
    async (verb) => {
      const { code, stdout, stderr } = await run([...verb, '--help'], { PORT: 'x' }, folder);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(new RegExp(`^Usage: ${['gongkai', ...verb].join(' ')}`));
      for (const exit of ['0 ', '1 ', '2 ', '3 ', '130']) expect(stdout).toContain(`\n  ${exit}`);
    },
  );

  test('--version is that of the package', async () => {
    const { code, stdout } = await run(['--version'], {}, folder);
    expect([code, stdout.trim()]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });
});

describe('misuse is code 2 and leaves stdout empty', () => {
  test.each([
    ['an unknown verb', ['swim'], /unknown command 'swim'/],
    ['no verb', [], /Usage: gongkai/],
    ['an unknown option', ['ingest', '--jason', 'x'], /unknown option '--jason'/],
    ['no path', ['ingest'], /^gongkai: there is nothing to take in\. /],
    ['no path to queue', ['enqueue', '--lease', '9'], /^gongkai: there is nothing to take in\. /],
    ['too many arguments', ['migrate', 'now'], /too many arguments/],
    ['paths that are not there', ['ingest', 'no.html', 'nor.pdf'], /^gongkai: cannot read "no\.html", "nor\.pdf"\. /],
    ['a path that a variable left empty', ['ingest', ''], /^gongkai: cannot read ""\. /],
    ['a document that is not there', ['explain', 'no.html'], /^gongkai: cannot read "no\.html"\. /],
  ])('%s', async (_, args, expected) => {
    const { code, stdout, stderr } = await run(args, {}, folder);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
  });

  test.each(['serve', 'migrate'])('%s names all bad settings in one line', async (verb) => {
    const settings = { PORT: '99999', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://u:secret@h/d', GONGKAI_SAMPLE: '1' };
    const { code, stdout, stderr } = await run([verb], settings, folder);
    expect([code, stdout, lines(stderr).length]).toEqual([2, '', 1]);
    for (const name of Object.keys(settings)) expect(stderr).toContain(name);
    expect(stderr).not.toContain('secret');
  });

  test('.env is read, after the environment', async () => {
    await writeFile(join(folder, '.env'), 'PORT=x\nLOG_LEVEL=loud\n');
    const { code, stderr } = await run(['serve'], { PORT: '4000' }, folder);
    await rm(join(folder, '.env'));
    expect(code).toBe(2);
    expect(stderr).toContain('LOG_LEVEL');
    expect(stderr).not.toContain('PORT is');
  });
});

describe('a fault is code 3 and one line', () => {
  test.each(['serve', 'migrate'])('%s on a database that nobody answers for', async (verb) => {
    const { code, stdout, stderr } = await run([verb], { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/d' }, folder);
    expect([code, stdout, lines(stderr).length]).toEqual([3, '', 1]);
    expect(stderr).toMatch(/^gongkai: cannot use the database at 127\.0\.0\.1:1\/d: .*ECONNREFUSED.*DATABASE_URL/);
    expect(stderr).not.toContain('secret');
  });

  test('serve on an interface that is not there', async () => {
    const settings = { HOST: '192.0.2.1', GONGKAI_SAMPLES: '0' };
    const { code, stderr } = await run(['serve'], settings, folder);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^gongkai: cannot listen on 192\.0\.2\.1, .*HOST/m);
  });

  test('a data folder that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    const { code, stderr } = await run(['migrate'], { GONGKAI_DATA: 'file/data' }, folder);
    expect([code, lines(stderr).length]).toEqual([3, 1]);
    expect(stderr).toMatch(/^gongkai: cannot use the folder .*GONGKAI_DATA/);
  });
});
