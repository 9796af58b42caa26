import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('hold.js', import.meta.url));

/** Another process that uses the embedded database of a folder. */
export class Holder {
  readonly #child: ChildProcess;
  #output = '';
  #complaint = '';
  readonly #exited: Promise<unknown>;

  constructor(folder: string, options: SpawnOptions = {}) {
    this.#child = spawn(process.execPath, [SCRIPT, folder], { ...options, stdio: 'pipe', detached: true });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#complaint += text));
    this.#exited = once(this.#child, 'close');
  }

  /** What it says once it is connected. */
  async opened(): Promise<{ url: string; created: boolean }> {
    while (!this.#output.includes('\n')) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) throw new Error(this.#complaint);
      await Promise.race([this.#exited, new Promise((resolve) => setTimeout(resolve, 10))]);
    }
    const said: unknown = JSON.parse(this.#output);
    return said as { url: string; created: boolean };
  }

  /** Until it has ended in order. */
  async ended(): Promise<void> {
    await this.#exited;
    if (this.#child.exitCode !== 0) throw new Error(`left with ${this.#child.exitCode}: ${this.#complaint}`);
  }

  /** Lets it leave in order. */
  leave(): Promise<void> {
    this.#child.stdin?.end();
    return this.ended();
  }

  /** Sends a signal to its whole process group, as a terminal does, and waits for its end. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null)
      process.kill(-this.#child.pid, signal);
    await this.#exited;
  }
}
