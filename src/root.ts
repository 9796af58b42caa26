import { existsSync } from 'node:fs';

/** Nearest folder above this file that holds package.json: the same from `src`, from `dist/src` and when installed. */
function findRoot(): URL {
  let folder = new URL('./', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) {
    const parent = new URL('../', folder);
    if (parent.href === folder.href) throw new Error(`no package.json above ${import.meta.url}`);
    folder = parent;
  }
  return folder;
}

/** Address of the folder of the program, with a final slash: `data/` and `package.json` are beneath it. */
export const root = findRoot();
