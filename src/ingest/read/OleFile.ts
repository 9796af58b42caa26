import { CFB } from '@e965/xlsx';
import { Refusal } from '../Refusal.js';

/** What the library gives, which has no types of its own. */
interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: ArrayLike<number> }[];
}

/** An OLE compound file ([MS-CFB]), the container of Word's and Excel's files before 2007. */
export class OleFile {
  readonly #streams: ReadonlyMap<string, ArrayLike<number> | undefined>;

  /** Throws Refusal UNREADABLE. */
  constructor(bytes: Uint8Array) {
    const { FullPaths, FileIndex } = open(bytes);
    // Paths begin with the name of the root; a chart within a Word file is a level deeper and does not count.
    const entries = FullPaths.map(
      (path, index) => [path.split('/').slice(1).join('/'), FileIndex[index]?.content] as const,
    );
    this.#streams = new Map(entries);
  }

  /** Names of the streams at the root; of those within folders the paths. */
  get names(): ReadonlySet<string> {
    return new Set(this.#streams.keys());
  }

  /** Empty where there is none. */
  stream(name: string): Buffer {
    const content = this.#streams.get(name);
    return content === undefined ? Buffer.alloc(0) : Buffer.from(content);
  }
}

function open(bytes: Uint8Array): Container {
  try {
    return CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' }) as Container;
  } catch (error) {
    throw new Refusal('UNREADABLE', 'the Office file is damaged', { cause: error });
  }
}
