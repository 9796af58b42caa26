import { close, fstat, open, read, stat } from 'node:fs';
import { promisify } from 'node:util';

/** The calls for small files, as they are: a `FileHandle` takes as long again about each of them. */
export const files = {
  open: promisify(open),
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
