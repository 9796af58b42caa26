import { basename } from 'node:path';
import { detect } from '../read/mediaType.js';
import { MEDIA } from '../read/mediaTypes.js';
import type { EntryOf } from '../manifest/EntryOf.js';
import { Refusal } from '../Refusal.js';
import type { Source } from '../types.js';
import { beginsLikeArchive } from './sizes.js';
import { sourceOf } from './sourceOf.js';

/** A document that was fetched, or why it was not. */
export type Acquired = {
  readonly file: string;
  /** What a manifest says of it, or of a document in it; undefined: nothing. */
  readonly entryOf: EntryOf | undefined;
} & ({ readonly source: Source } | { readonly refusal: Refusal });

async function isArchive({ bytes, fileName, declaredType }: Source): Promise<boolean> {
  if (!beginsLikeArchive(bytes)) return false;
  return (await detect(bytes, fileName, declaredType).catch(() => null)) === MEDIA.zip;
}

/** Puts in place of each archive the documents in it, one at a time: `a.zip!/b.html`. Told by its bytes, not its name. */
export async function* openArchives(documents: AsyncIterable<Acquired>): AsyncGenerator<Acquired> {
  for await (const document of documents) {
    if (!('source' in document) || !(await isArchive(document.source))) {
      yield document;
      continue;
    }
    const { entryOf } = document;
    const { url, retrievedAt, bytes } = document.source;
    const { unpack } = await import('../read/archive.js');
    for await (const member of unpack(bytes, document.file))
      yield 'refusal' in member
        ? { file: member.path, entryOf, refusal: member.refusal }
        : {
            file: member.path,
            entryOf,
            source: sourceOf(member.bytes, { fileName: basename(member.path), url, declaredType: null, retrievedAt }),
          };
  }
}
