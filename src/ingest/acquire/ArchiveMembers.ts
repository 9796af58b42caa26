import { basename } from 'node:path';
import pLimit from 'p-limit';
import type { Member } from '../read/archive.js';
import { Refusal } from '../Refusal.js';
import type { Source } from '../types.js';
import { archivesIn } from './archivesIn.js';
import { sourceOf } from './sourceOf.js';

/** Bytes of members that are kept for who asks for them later. */
const MOST_KEPT = 48 * 1024 * 1024;

/** One way through the archive, member by member. */
interface Walk {
  readonly members: AsyncGenerator<Member>;
  /** Which documents can still be had from it. */
  readonly sought: Set<string>;
  readonly retrievedAt: Date;
  readonly url: string | null;
}

/** How the archive is had, and how many bytes of what comes too early are kept. */
interface MembersOptions {
  readonly open: () => Promise<Source>;
  readonly mostKept?: number | undefined;
}

/**
 * Some documents of an archive, asked for one by one. Where they are asked for in the archive's own order it is read once for
 * all of them, in another order as often as there is too much to keep.
 */
export class ArchiveMembers {
  /** Those that nobody has asked for yet. */
  readonly #left: Set<string>;
  /** What the walk came by on the way to others. */
  readonly #kept = new Map<string, Member>();
  #keptBytes = 0;
  #walk: Walk | null = null;
  /** How many more documents the next walk looks for: as many as could be kept where there were too many. */
  #most = Infinity;
  readonly #slot = pLimit(1);
  readonly #open: () => Promise<Source>;
  readonly #mostKept: number;

  /** @param paths of the documents, such as a.zip!/b.html */
  constructor(
    private readonly archive: string,
    paths: Iterable<string>,
    { open, mostKept = MOST_KEPT }: MembersOptions,
  ) {
    this.#open = open;
    this.#mostKept = mostKept;
    this.#left = new Set(paths);
  }

  /** @throws Refusal UNREADABLE, LIMIT_EXCEEDED */
  acquire(path: string): Promise<Source> {
    return this.#slot(async () => {
      this.#left.delete(path);
      try {
        return await this.#take(path);
      } finally {
        if (this.#left.size === 0) this.#forget();
      }
    });
  }

  async #take(path: string): Promise<Source> {
    const walk = this.#walk?.sought.has(path) === true ? this.#walk : await this.#start(path);
    const { retrievedAt, url } = walk;
    const member = this.#release(path) ?? (await this.#find(path, walk)) ?? this.#refused(path);
    if (member === null) throw new Refusal('UNREADABLE', `${this.archive} holds no such document`);
    walk.sought.delete(path);
    if ('refusal' in member) throw member.refusal;
    return sourceOf(member.bytes, { fileName: basename(path), url, declaredType: null, retrievedAt });
  }

  /** Begins again, for one document and those that will be asked for next. */
  async #start(path: string): Promise<Walk> {
    this.#forget();
    const { bytes, retrievedAt, url } = await this.#open();
    const { unpack } = await import('../read/archive.js');
    const sought = new Set([path, ...[...this.#left].slice(0, this.#most)]);
    this.#most = Infinity;
    this.#walk = { members: unpack(bytes, this.archive, { only: new Set(sought) }), sought, retrievedAt, url };
    return this.#walk;
  }

  /** Walks on to a document; null where it does not come. */
  async #find(path: string, { members, sought }: Walk): Promise<Member | null> {
    for (let next = await members.next(); next.done !== true; next = await members.next()) {
      const member = next.value;
      if (member.path === path) return member;
      // Of a name that an archive has twice the first counts.
      const isNew = 'refusal' in member || sought.has(member.path);
      if (isNew && !this.#kept.has(member.path) && !this.#keep(member)) sought.delete(member.path);
    }
    return null;
  }

  /** Keeps what is to be asked for later; false where there is too much of it. */
  #keep(member: Member): boolean {
    const size = 'bytes' in member ? member.bytes.length : 0;
    if (this.#keptBytes + size > this.#mostKept) {
      this.#most = this.#kept.size;
      return false;
    }
    this.#kept.set(member.path, member);
    this.#keptBytes += size;
    return true;
  }

  #release(path: string): Member | null {
    const member = this.#kept.get(path);
    if (member === undefined) return null;
    this.#kept.delete(path);
    if ('bytes' in member) this.#keptBytes -= member.bytes.length;
    return member;
  }

  /** Why an archive that the document is in could not be walked to its end; null where that is not the reason. */
  #refused(path: string): Member | null {
    const members = archivesIn(path).map((archive) => this.#kept.get(archive));
    return members.find((member) => member !== undefined && 'refusal' in member) ?? null;
  }

  #forget(): void {
    this.#walk = null;
    this.#kept.clear();
    this.#keptBytes = 0;
  }
}
