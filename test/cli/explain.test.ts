import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { STAGES } from '../../src/ingest/stages.js';
import { run } from './run.js';
import { newFolder, removeFolders, SAMPLE } from './scene.js';

let folder = '';
beforeAll(async () => {
  folder = await newFolder();
  await writeFile(join(folder, 'letter.txt'), '各位同事：\n明天上午九点开会。\n');
});
afterAll(removeFolders);

const explain = (...args: string[]): ReturnType<typeof run> => run(['explain', ...args], {}, folder);

describe('gongkai explain', () => {
  test('shows what every stage made of a document, without a database', async () => {
    const { code, stdout } = await explain(SAMPLE);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      stages: STAGES.map((stage) => ({ stage, value: expect.anything(), findings: expect.any(Array) })),
      refusal: null,
    });
  });

  test('shows one stage', async () => {
    const { code, stdout } = await explain(SAMPLE, '--stage', 'identify');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ stage: 'identify', value: { year: 2020, division: '411300' } });
  });

  test.each([[[]], [['--stage', 'identify']]])('says why a document is refused: %j', async (options) => {
    const { code, stdout } = await explain('letter.txt', ...options);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ refusal: { reason: 'NOT_A_REPORT' } });
  });

  test('its help names every stage, and another one is misuse', async () => {
    const help = await explain('--help');
    for (const stage of STAGES) expect(help.stdout).toContain(stage);
    const { code, stderr } = await explain(SAMPLE, '--stage', 'guess');
    expect(code).toBe(2);
    expect(stderr).toContain(`argument 'guess' is invalid. Allowed choices are ${STAGES.join(', ')}.`);
  });
});
