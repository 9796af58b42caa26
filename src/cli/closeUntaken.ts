import type { Worker } from 'node:cluster';

interface Closable {
  close: (...args: never[]) => void;
}

const isClosable = (handle: unknown): handle is Closable =>
  typeof handle === 'object' && handle !== null && 'close' in handle && typeof handle.close === 'function';

/**
 * Closes the connections that a worker was handed and had not taken when it died: whoever waits at one is told at once.
 * node:cluster (SCHED_RR) closes its side of a connection when the worker says that it took it, so never where it dies before.
 */
export function closeUntaken(worker: Worker): void {
  const handed = new Set<Closable>();
  const hold = (handle: Closable): void => {
    handed.add(handle);
    handle.close = new Proxy(handle.close, {
      apply: (close, self, args) => {
        handed.delete(handle);
        Reflect.apply(close, self, args);
      },
    });
  };
  // What it hands over goes this way, as everything that is said to a worker.
  // oxlint-disable-next-line typescript/unbound-method -- called on what it is called on now
  worker.process.send = new Proxy(worker.process.send, {
    apply: (send, self, args: unknown[]): unknown => {
      const [, handle] = args;
      if (isClosable(handle)) hold(handle);
      return Reflect.apply(send, self, args);
    },
  });
  worker.once('exit', () => {
    for (const handle of handed) handle.close();
  });
}
