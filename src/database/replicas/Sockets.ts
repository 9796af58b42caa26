import { once } from 'node:events';
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** The connections to one server, so that they come to an end even where the server has nothing more to say. */
export class Sockets {
  readonly #open = new Set<Socket>();

  /** For the driver, which connects it. */
  readonly create = (): Socket => {
    const socket = new Socket();
    this.#open.add(socket);
    return socket.once('close', () => this.#open.delete(socket));
  };

  /** Waits until all are closed, which their owners have begun; cuts off what is left after this time (ms). */
  async close(patience: number): Promise<void> {
    const done = new AbortController();
    const closed = [...this.#open].map((socket) => once(socket, 'close').catch(() => undefined));
    await Promise.race([Promise.all(closed), delay(patience, undefined, { signal: done.signal })]);
    done.abort();
    for (const socket of this.#open) socket.destroy();
  }
}
