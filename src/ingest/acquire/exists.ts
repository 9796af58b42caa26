import { access } from 'node:fs/promises';

/** Whether a path is there. */
export const exists = (path: string | Buffer): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
