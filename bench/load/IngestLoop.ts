import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { type Corpus, writeCorpus } from '../corpus.js';
import { runIngest } from '../runIngest.js';

/** Documents of one round. */
const DOCUMENTS = 3_000;

/** Every round is of agencies that no round before had, nor one of an earlier run: "第1763800000财政局" in place of "财政局". */
const OFFICE = /(?:第\d+)?(财政|民政|教育|审计|水利|司法|统计|商务)局/gu;

/** Takes in one folder of documents after another, as bulk ingest does, until told to stop. */
export class IngestLoop {
  readonly outcomes: Record<string, number> = {};
  /** Rounds that stored nothing or did not end as they should, and how they did. */
  readonly faults: string[] = [];
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataFolder: string,
    private readonly corpus: Corpus,
  ) {}

  static async prepare(dataFolder: string, folder: string): Promise<IngestLoop> {
    return new IngestLoop(dataFolder, await writeCorpus(join(folder, 'corpus'), 'text', DOCUMENTS));
  }

  start(): void {
    this.#running = this.#run();
    // Whoever stops it is told.
    this.#running.catch(() => undefined);
  }

  /** Ends the round under way. */
  stop(): Promise<void> {
    this.#stopped = true;
    return this.#running;
  }

  async #run(): Promise<void> {
    // A round takes more than a second.
    const first = Math.floor(Date.now() / 1_000);
    for (let round = 1; !this.#stopped; round += 1) {
      await this.#rename(first + round);
      const { outcomes, code } = await runIngest(this.dataFolder, [this.corpus.folder]);
      const stored = outcomes['stored'] ?? 0;
      if (code !== 0 || stored === 0) this.faults.push(`round ${round}: ${stored} stored, exit code ${code}`);
      for (const [status, count] of Object.entries(outcomes))
        this.outcomes[status] = (this.outcomes[status] ?? 0) + count;
    }
  }

  async #rename(number: number): Promise<void> {
    for (const path of await glob('*/*.txt', { cwd: this.corpus.folder, absolute: true }))
      await writeFile(path, (await readFile(path, 'utf8')).replace(OFFICE, `第${number}$1局`));
  }
}
