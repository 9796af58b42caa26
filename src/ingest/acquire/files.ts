import { close, constants, fstat, open, read, stat } from 'node:fs';
import { promisify } from 'node:util';

/** A named pipe would be waited for until somebody writes into it. Windows has no such flag. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The calls for small files, as they are: a `FileHandle` takes as long again about each of them. */
export const files = {
  open: (path: string | Buffer): Promise<number> => promisify(open)(path, AT_ONCE),
  stat: promisify(stat),
  fstat: promisify(fstat),
  close: promisify(close),
  /** The first bytes, as many as there are. */
  head: async (file: number, size: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(size);
    const { bytesRead } = await promisify(read)(file, bytes, 0, size, 0);
    return bytesRead < size ? bytes.slice(0, bytesRead) : bytes;
  },
};
